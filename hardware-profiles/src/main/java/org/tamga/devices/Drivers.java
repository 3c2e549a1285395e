package org.tamga.devices;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import org.tamga.devices.camera.Cameras;
import org.tamga.devices.camera.mjpeg.MjpegCameras;
import org.tamga.devices.chip.ChipReaders;
import org.tamga.devices.document.DocumentReaders;
import org.tamga.devices.ports.Camera;
import org.tamga.devices.ports.ChipReader;
import org.tamga.devices.ports.DocumentReader;
import org.tamga.devices.ports.FingerScanner;
import org.tamga.devices.ports.PagePrinter;
import org.tamga.devices.ports.PowerSupply;
import org.tamga.devices.ports.ReceiptPrinter;
import org.tamga.devices.ports.SigningToken;
import org.tamga.devices.power.PowerSupplies;
import org.tamga.devices.printer.ReceiptPrinters;
import org.tamga.devices.printer.cups.CupsPrinters;
import org.tamga.devices.profile.Protocol;
import org.tamga.devices.scanner.FingerScanners;
import org.tamga.devices.scanner.fprint.FprintScanners;
import org.tamga.devices.scanner.sbi.SbiScanners;
import org.tamga.devices.token.SigningTokens;

/**
 * The one place that chooses a driver. The profiles' schema allows no other pairs of class and
 * transport than those that stand here.
 */
final class Drivers {
    private Drivers() {}

    static FingerScanner fingerScanner(Attachment device) {
        var spec = Objects.requireNonNull(device.profile().finger());
        return switch (device.profile().transport().kind()) {
            case SERIAL ->
                    device.speaks(Protocol.SFM)
                            ? FingerScanners.sfm(device.info(), spec, device.line())
                            : FingerScanners.zfm(device.info(), spec, device.line());
            case LIBFPRINT -> FprintScanners.open(device.info(), spec, device.reader());
            case SBI -> SbiScanners.open(device.info(), spec, device.at());
            default -> throw none(device);
        };
    }

    static Camera camera(Attachment device) {
        var spec = Objects.requireNonNull(device.profile().camera());
        return switch (device.profile().transport().kind()) {
            case VIDEO -> Cameras.video(device.info(), device.at(), spec);
            case MJPEG -> MjpegCameras.open(device.info(), device.at(), spec);
            default -> throw none(device);
        };
    }

    static DocumentReader documentReader(Attachment device) {
        return switch (device.profile().transport().kind()) {
            case SERIAL ->
                    DocumentReaders.lines(device.info(), device.link(), device.answerLimit(5_000));
            case INPUT_EVENTS ->
                    DocumentReaders.wedge(device.info(), device.link(), device.answerLimit(5_000));
            default -> throw none(device);
        };
    }

    static ChipReader chipReader(Attachment device) {
        return switch (device.profile().transport().kind()) {
            case PCSC -> ChipReaders.pcsc(device.info(), device.at(), Path.of(device.trust()));
            default -> throw none(device);
        };
    }

    static ReceiptPrinter receiptPrinter(Attachment device) {
        var spec = Objects.requireNonNull(device.profile().print());
        return ReceiptPrinters.escPos(device.info(), spec, device.link());
    }

    static PagePrinter pagePrinter(Attachment device) {
        var spec = Objects.requireNonNull(device.profile().page());
        return CupsPrinters.open(device.info(), spec, device.at());
    }

    static SigningToken signingToken(Attachment device) {
        Path at = Path.of(device.at());
        InstantSource clock = InstantSource.system();
        return switch (device.profile().transport().kind()) {
            case PKCS11 ->
                    SigningTokens.pkcs11(
                            device.info(), at, device.token(), device.answerLimit(15_000), clock);
            case PKCS12 -> SigningTokens.pkcs12(device.info(), at, clock);
            default -> throw none(device);
        };
    }

    static PowerSupply powerSupply(Attachment device) {
        return PowerSupplies.sysfs(
                device.info(),
                Path.of(device.at()),
                Objects.requireNonNull(device.profile().power()));
    }

    private static IllegalStateException none(Attachment device) {
        return new IllegalStateException("no driver for " + device.profile().profile());
    }
}
