package org.tamga.kiosk.identify;

import java.util.Optional;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.kiosk.i18n.Message;

/** What the screen shows of a document's chip. */
public record ShownChip(Look look, Message words, Optional<Picture> portrait) {

    /** The chip says another document than its printed lines do. */
    private static final String ANOTHER_DOCUMENT = "ID-41";

    /** How grave it is. */
    public enum Look {
        READING,
        GENUINE,
        /** Nothing speaks against it, nothing proves it. */
        DOUBTFUL,
        /** The document is not what it seems. */
        FALSE,
        /** There is none, or it was not read. */
        NONE
    }

    static ShownChip reading() {
        return new ShownChip(Look.READING, Message.of("identify.chip.reading"), Optional.empty());
    }

    static ShownChip of(ChipSeen seen) {
        return switch (seen) {
            case ChipSeen.Genuine genuine ->
                    new ShownChip(
                            Look.GENUINE,
                            Message.of(
                                    "identify.chip.genuine",
                                    genuine.state(),
                                    Message.of(
                                            genuine.noCopy()
                                                    ? "identify.chip.noCopy"
                                                    : "identify.chip.copyNotExcluded")),
                            genuine.portrait());
            case ChipSeen.NotProven doubted ->
                    new ShownChip(
                            Look.DOUBTFUL,
                            Message.coded(
                                    Message.of(
                                            "identify.chip.notProven",
                                            Message.of("identify.chip.doubt." + doubted.doubt())),
                                    DeviceFault.NOT_GENUINE.code()),
                            doubted.portrait());
            case ChipSeen.Altered() ->
                    plain(
                            Look.FALSE,
                            Message.coded(
                                    Message.of("identify.chip.altered"),
                                    DeviceFault.NOT_GENUINE.code()));
            case ChipSeen.OfAnotherDocument another ->
                    plain(
                            Look.FALSE,
                            Message.ofCode(
                                    ANOTHER_DOCUMENT,
                                    another.parts().stream()
                                            .map(part -> Message.of("identify.chip.part." + part))
                                            .toList()));
            case ChipSeen.Failed(DeviceFault fault) -> plain(Look.NONE, failed(fault));
        };
    }

    private static ShownChip plain(Look look, Message words) {
        return new ShownChip(look, words, Optional.empty());
    }

    private static Message failed(DeviceFault fault) {
        return fault == DeviceFault.TIMEOUT
                ? Message.coded(Message.of("identify.chip.none"), fault.code())
                : Message.of("identify.chip.notRead", Message.ofCode(fault.code()));
    }
}
