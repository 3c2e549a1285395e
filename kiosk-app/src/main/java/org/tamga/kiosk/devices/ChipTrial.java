package org.tamga.kiosk.devices;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.tamga.devices.ports.Authenticity;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.ChipAccess;
import org.tamga.devices.ports.ChipDocument;
import org.tamga.devices.ports.ChipReader;
import org.tamga.devices.ports.ChipReading;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DocumentContent;
import org.tamga.devices.ports.DocumentReader;
import org.tamga.devices.ports.DocumentReading;

/**
 * Reads the chip of a document whose printed lines were read first: they are what opens it. Nothing
 * of the person is kept but the portrait, which goes to the preview.
 */
final class ChipTrial {

    private final DocumentReader documents;
    private final ChipReader chips;
    private final Duration patience;

    ChipTrial(DocumentReader documents, ChipReader chips, Duration patience) {
        this.documents = documents;
        this.chips = chips;
        this.patience = patience;
    }

    /**
     * @param told when the printed lines were read and the chip's turn comes
     */
    Seen run(LivePicture picture, CancelSignal cancel, Consumer<Seen> told) {
        return switch (documents.read(patience, cancel)) {
            case DocumentReading.Read(_, DocumentContent.Mrz zone) -> {
                Optional<ChipAccess> access = zone.chipAccess();
                if (access.isEmpty()) {
                    yield new Seen.Failed(DeviceFault.UNREADABLE_DOCUMENT);
                }
                told.accept(new Seen.LinesRead());
                yield chip(access.get(), picture, cancel);
            }
            case DocumentReading.Read(_, DocumentContent.Code _) ->
                    new Seen.Failed(DeviceFault.UNREADABLE_DOCUMENT);
            case DocumentReading.Doubtful doubtful -> new Seen.Failed(doubtful.fault());
            case DocumentReading.Failed failed -> new Seen.Failed(failed.fault());
        };
    }

    private Seen chip(ChipAccess access, LivePicture picture, CancelSignal cancel) {
        return switch (chips.read(access, patience, cancel)) {
            case ChipReading.Read(ChipDocument document) -> {
                try (document) {
                    document.portrait().ifPresent(picture::paint);
                    yield new Seen.Chip(document.protocol(), trust(document.authenticity()));
                }
            }
            case ChipReading.Failed failed -> new Seen.Failed(failed.fault());
        };
    }

    private static Seen.Trust trust(Authenticity authenticity) {
        return switch (authenticity) {
            case Authenticity.Genuine _ -> Seen.Trust.GENUINE;
            case Authenticity.Untrusted _ -> Seen.Trust.UNTRUSTED;
            case Authenticity.Altered _ -> Seen.Trust.ALTERED;
        };
    }
}
