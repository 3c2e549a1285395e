package org.tamga.kiosk.identify;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tamga.devices.document.mrz.Mrz;
import org.tamga.devices.document.mrz.MrzDocument;
import org.tamga.devices.document.mrz.MrzReading;
import org.tamga.devices.ports.Authenticity;
import org.tamga.devices.ports.CameraImage;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.ChipAccess;
import org.tamga.devices.ports.ChipDocument;
import org.tamga.devices.ports.ChipReading;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DocumentContent;
import org.tamga.devices.profile.DeviceClass;
import org.tamga.kiosk.devices.DeviceDesk;
import org.tamga.kiosk.devices.WhileBusy;
import org.tamga.kiosk.identify.ChipSeen.Part;

/**
 * Reads the chip of a document whose printed lines were read, and compares both. It informs the
 * member and decides nothing.
 *
 * <p>Blocks while it works: call it off the UI thread.
 */
public final class ChipDesk {

    private final DeviceDesk devices;
    private final Duration patience;
    private final InstantSource clock;
    private final ZoneId zone;

    /**
     * @param patience for the document to be laid on the reader and to be read together
     * @param zone whose today tells the century of a birthday
     */
    public ChipDesk(DeviceDesk devices, Duration patience, InstantSource clock, ZoneId zone) {
        this.devices = devices;
        this.patience = patience;
        this.clock = clock;
        this.zone = zone;
    }

    /** Whether the kit has a chip reader. */
    boolean isPossible() {
        return devices.holds(DeviceClass.CHIP_READER);
    }

    /** The caller owns what was seen. */
    ChipSeen read(DocumentContent.Mrz printed, CancelSignal cancel) {
        Optional<ChipAccess> access = printed.chipAccess();
        if (access.isEmpty()) {
            return new ChipSeen.Failed(DeviceFault.UNREADABLE_DOCUMENT);
        }
        ChipReading reading =
                WhileBusy.retry(
                        cancel,
                        ChipDesk::isBusy,
                        () -> devices.kit().chipReader().read(access.get(), patience, cancel));
        return switch (reading) {
            case ChipReading.Read(ChipDocument document) -> {
                devices.worked(DeviceClass.CHIP_READER);
                try (document) {
                    yield seen(printed.document(), document);
                }
            }
            case ChipReading.Failed(DeviceFault fault, _) -> {
                if (isOfReader(fault)) {
                    devices.failedInUse(DeviceClass.CHIP_READER, fault);
                } else if (fault != DeviceFault.CANCELLED && fault != DeviceFault.BUSY) {
                    devices.worked(DeviceClass.CHIP_READER);
                }
                yield new ChipSeen.Failed(fault);
            }
        };
    }

    private static boolean isBusy(ChipReading reading) {
        return reading instanceof ChipReading.Failed(DeviceFault fault, _)
                && fault == DeviceFault.BUSY;
    }

    /** The others are the document's, or nobody's. */
    private static boolean isOfReader(DeviceFault fault) {
        return switch (fault) {
            case TIMEOUT, CANCELLED, BUSY, ACCESS_REFUSED, CARD_REMOVED, PROTOCOL_ERROR -> false;
            default -> true;
        };
    }

    private ChipSeen seen(MrzDocument printed, ChipDocument chip) {
        if (chip.authenticity() instanceof Authenticity.Altered) {
            return new ChipSeen.Altered();
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        if (!(Mrz.read(chip.mrzLines(), today) instanceof MrzReading.Valid(MrzDocument stored))) {
            return new ChipSeen.Failed(DeviceFault.UNREADABLE_DOCUMENT);
        }
        List<Part> differing = differing(printed, stored);
        if (!differing.isEmpty()) {
            return new ChipSeen.OfAnotherDocument(differing);
        }
        Optional<Picture> portrait =
                chip.portrait().map(CameraImage::toBufferedImage).map(Picture::of);
        return switch (chip.authenticity()) {
            case Authenticity.Genuine _ ->
                    new ChipSeen.Genuine(
                            stored.issuingState(), chip.protocol().contains("+"), portrait);
            case Authenticity.Untrusted(Authenticity.Doubt doubt, _) ->
                    new ChipSeen.NotProven(doubt, portrait);
            case Authenticity.Altered _ -> throw new AssertionError("told above");
        };
    }

    private static List<Part> differing(MrzDocument printed, MrzDocument stored) {
        List<Part> parts = new ArrayList<>();
        if (!printed.personalNumber().equals(stored.personalNumber())) {
            parts.add(Part.PERSONAL_NUMBER);
        }
        if (!printed.documentNumber().equals(stored.documentNumber())
                || !printed.issuingState().equals(stored.issuingState())) {
            parts.add(Part.DOCUMENT_NUMBER);
        }
        return parts;
    }
}
