package org.tamga.kiosk.identify;

import java.util.List;
import java.util.Optional;
import org.tamga.devices.ports.Authenticity;
import org.tamga.devices.ports.DeviceFault;

/** What the chip of a document turned out to be. Closing wipes its portrait. */
public sealed interface ChipSeen extends AutoCloseable {

    /**
     * As its state signed it, and the same document as the printed lines.
     *
     * @param state that issued it, as the chip's lines have it
     * @param noCopy whether it proved that it is no copy; else it offers no way to
     */
    record Genuine(String state, boolean noCopy, Optional<Picture> portrait) implements ChipSeen {
        @Override
        public void close() {
            portrait.ifPresent(Picture::close);
        }
    }

    /** As it was signed, and the same document; yet it may be anybody's making. */
    record NotProven(Authenticity.Doubt doubt, Optional<Picture> portrait) implements ChipSeen {
        @Override
        public void close() {
            portrait.ifPresent(Picture::close);
        }
    }

    /** Altered, or a copy: nothing that it says counts, and its portrait is not shown. */
    record Altered() implements ChipSeen {}

    /** What is compared with the printed lines. */
    enum Part {
        PERSONAL_NUMBER,
        DOCUMENT_NUMBER
    }

    /**
     * Another document's than the printed lines: its portrait is not shown.
     *
     * @param parts that differ; all when the chip's lines cannot be understood
     */
    record OfAnotherDocument(List<Part> parts) implements ChipSeen {
        public OfAnotherDocument {
            parts = List.copyOf(parts);
        }
    }

    record Failed(DeviceFault fault) implements ChipSeen {}

    @Override
    default void close() {}
}
