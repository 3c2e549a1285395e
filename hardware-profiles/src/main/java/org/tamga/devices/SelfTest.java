package org.tamga.devices;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.tamga.devices.ports.Authenticity;
import org.tamga.devices.ports.Camera;
import org.tamga.devices.ports.CameraFrame;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.CaptureRequest;
import org.tamga.devices.ports.ChipAccess;
import org.tamga.devices.ports.ChipDocument;
import org.tamga.devices.ports.ChipReader;
import org.tamga.devices.ports.ChipReading;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DocumentContent;
import org.tamga.devices.ports.DocumentReader;
import org.tamga.devices.ports.DocumentReading;
import org.tamga.devices.ports.FingerCapture;
import org.tamga.devices.ports.FingerImage;
import org.tamga.devices.ports.FingerScanner;
import org.tamga.devices.ports.PagePrinter;
import org.tamga.devices.ports.PageResult;
import org.tamga.devices.ports.PowerState;
import org.tamga.devices.ports.Presence;
import org.tamga.devices.ports.PrintResult;
import org.tamga.devices.ports.ReceiptPrinter;
import org.tamga.devices.ports.SigningToken;
import org.tamga.devices.ports.TokenOpening;
import org.tamga.devices.ports.TokenSession;
import org.tamga.devices.profile.DeviceClass;

/**
 * Tries one device for real: a finger, a picture, a document, a slip, a page, the power state.
 * Images that are captured are left in a folder for the person at the terminal, who deletes them.
 */
public final class SelfTest {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");

    private final DeviceKit kit;
    private final Path folder;
    private final Duration patience;
    private final Credentials credentials;

    /**
     * @param folder where images go; created
     * @param patience how long to wait for a finger, a document, a picture
     */
    public SelfTest(DeviceKit kit, Path folder, Duration patience, Credentials credentials) {
        this.kit = kit;
        this.folder = folder;
        this.patience = patience;
        this.credentials = credentials;
    }

    /**
     * What chips and tokens want to know before they open; without it only their presence is
     * tested.
     *
     * @param chip what is printed on the document that lies on the reader
     * @param pin asked for when the token's turn comes; wiped after its use
     */
    public record Credentials(Optional<ChipAccess> chip, Supplier<Optional<char[]>> pin) {
        public static final Credentials NONE = new Credentials(Optional.empty(), Optional::empty);
    }

    /**
     * @param detail what was seen, or the fault's code and reason
     */
    public record Outcome(DeviceClass device, boolean passed, String detail) {
        static Outcome passed(DeviceClass device, String detail) {
            return new Outcome(device, true, detail);
        }

        static Outcome failed(DeviceClass device, DeviceFault fault, String detail) {
            return new Outcome(device, false, "%s [%s]".formatted(detail, fault.code()));
        }
    }

    /**
     * @throws IOException when the folder cannot be written
     */
    public Outcome of(DeviceClass device) throws IOException {
        Files.createDirectories(folder);
        return switch (device) {
            case FINGER_SCANNER -> finger(kit.fingerScanner());
            case CAMERA -> picture(kit.camera());
            case DOCUMENT_READER -> document(kit.documentReader());
            case CHIP_READER -> chip(kit.chipReader());
            case SIGNING_TOKEN -> token(kit.signingToken());
            case RECEIPT_PRINTER -> slip(kit.receiptPrinter());
            case PAGE_PRINTER -> page(kit.pagePrinter());
            case POWER_SUPPLY -> power();
        };
    }

    private Outcome finger(FingerScanner scanner) throws IOException {
        FingerCapture capture = scanner.capture(new CaptureRequest(patience), new CancelSignal());
        return switch (capture) {
            case FingerCapture.Failed(DeviceFault fault, String detail) ->
                    Outcome.failed(DeviceClass.FINGER_SCANNER, fault, detail);
            case FingerCapture.Captured(FingerImage image) -> {
                try (image) {
                    Path file = save(image.toBufferedImage(), "finger.png");
                    String seen = "%d × %d at %.0f dpi, %s";
                    yield Outcome.passed(
                            DeviceClass.FINGER_SCANNER,
                            seen.formatted(image.width(), image.height(), image.dpi(), file));
                }
            }
        };
    }

    private Outcome picture(Camera camera) throws IOException {
        return switch (camera.next(patience, new CancelSignal())) {
            case CameraFrame.Failed(DeviceFault fault, String detail) ->
                    Outcome.failed(DeviceClass.CAMERA, fault, detail);
            case CameraFrame.Captured captured -> {
                try (var image = captured.image()) {
                    Path file = save(image.toBufferedImage(), "camera.png");
                    yield Outcome.passed(
                            DeviceClass.CAMERA,
                            "%d × %d, %s".formatted(image.width(), image.height(), file));
                }
            }
        };
    }

    private Outcome document(DocumentReader reader) {
        return switch (reader.read(patience, new CancelSignal())) {
            case DocumentReading.Failed(DeviceFault fault, String detail) ->
                    Outcome.failed(DeviceClass.DOCUMENT_READER, fault, detail);
            case DocumentReading.Doubtful doubtful ->
                    Outcome.failed(
                            DeviceClass.DOCUMENT_READER,
                            doubtful.fault(),
                            "a check digit is wrong: " + doubtful.doubts());
            case DocumentReading.Read(List<String> lines, DocumentContent.Mrz zone) ->
                    Outcome.passed(
                            DeviceClass.DOCUMENT_READER,
                            lines.size() + " lines read, every check digit right");
            case DocumentReading.Read(List<String> lines, DocumentContent.Code code) ->
                    Outcome.passed(
                            DeviceClass.DOCUMENT_READER, lines.size() + " lines read, a code");
        };
    }

    private Outcome chip(ChipReader reader) throws IOException {
        if (credentials.chip().isEmpty()) {
            return presence(DeviceClass.CHIP_READER, "attached; no document was named to read");
        }
        var access = credentials.chip().get();
        return switch (reader.read(access, patience, new CancelSignal())) {
            case ChipReading.Failed(DeviceFault fault, String detail) ->
                    Outcome.failed(DeviceClass.CHIP_READER, fault, detail);
            case ChipReading.Read(ChipDocument document) -> {
                try (document) {
                    if (isDoubted(document.authenticity(), reader.info().simulated())) {
                        yield Outcome.failed(
                                DeviceClass.CHIP_READER,
                                DeviceFault.NOT_GENUINE,
                                words(document.authenticity()));
                    }
                    yield Outcome.passed(
                            DeviceClass.CHIP_READER,
                            "%d lines by %s, %s, %s"
                                    .formatted(
                                            document.mrzLines().size(),
                                            document.protocol(),
                                            words(document.authenticity()),
                                            portrait(document)));
                }
            }
        };
    }

    /** A real document may be of a state whose authority is not known here; a simulated may not. */
    static boolean isDoubted(Authenticity authenticity, boolean simulated) {
        return switch (authenticity) {
            case Authenticity.Genuine _ -> false;
            case Authenticity.Untrusted _ -> simulated;
            case Authenticity.Altered _ -> true;
        };
    }

    private static String words(Authenticity authenticity) {
        return switch (authenticity) {
            case Authenticity.Genuine(String signer) -> "genuine, signed by " + signer;
            case Authenticity.Untrusted(_, String reason) -> "not trusted: " + reason;
            case Authenticity.Altered(String reason) -> "ALTERED: " + reason;
        };
    }

    private String portrait(ChipDocument document) throws IOException {
        return document.portrait().isEmpty()
                ? "no portrait"
                : save(document.portrait().get().toBufferedImage(), "chip-portrait.png").toString();
    }

    private Outcome token(SigningToken token) {
        Optional<char[]> pin = credentials.pin().get();
        if (pin.isEmpty()) {
            return presence(DeviceClass.SIGNING_TOKEN, "attached; no PIN was given to sign with");
        }
        try {
            return switch (token.open(pin.get())) {
                case TokenOpening.Refused(DeviceFault fault, var triesLeft, String detail) ->
                        Outcome.failed(DeviceClass.SIGNING_TOKEN, fault, detail);
                case TokenOpening.Opened(TokenSession session) -> {
                    try (session) {
                        yield TestSignature.of(session);
                    }
                }
            };
        } finally {
            Arrays.fill(pin.get(), '\0');
        }
    }

    private Outcome presence(DeviceClass device, String attached) {
        return switch (kit.device(device).presence()) {
            case Presence.Attached() -> Outcome.passed(device, attached);
            case Presence.Absent(DeviceFault fault, String detail) ->
                    Outcome.failed(device, fault, detail);
        };
    }

    private Outcome slip(ReceiptPrinter printer) {
        return switch (printer.print(TestSlip.draw(printer.dotsPerLine()), new CancelSignal())) {
            case PrintResult.Failed(DeviceFault fault, boolean moved, String detail) ->
                    Outcome.failed(DeviceClass.RECEIPT_PRINTER, fault, detail);
            case PrintResult.Printed printed ->
                    Outcome.passed(
                            DeviceClass.RECEIPT_PRINTER,
                            "test slip of %d dots a line is out".formatted(printer.dotsPerLine()));
        };
    }

    private Outcome page(PagePrinter printer) {
        return switch (printer.print("self-test", TestPage.pdf(), 1, new CancelSignal())) {
            case PageResult.Failed(DeviceFault fault, String detail) ->
                    Outcome.failed(DeviceClass.PAGE_PRINTER, fault, detail);
            case PageResult.Printed(String job) ->
                    Outcome.passed(DeviceClass.PAGE_PRINTER, "job " + job);
        };
    }

    /** A machine that describes no power supply fails nothing: many desktop machines do not. */
    private Outcome power() {
        return switch (kit.powerSupply().read()) {
            case PowerState.Mains _ -> Outcome.passed(DeviceClass.POWER_SUPPLY, "on mains");
            case PowerState.Battery(int percent) ->
                    Outcome.passed(DeviceClass.POWER_SUPPLY, "on battery, " + percent + " %");
            case PowerState.Unknown unknown ->
                    unknown.isFailure()
                            ? Outcome.failed(
                                    DeviceClass.POWER_SUPPLY, unknown.fault(), unknown.reason())
                            : presence(DeviceClass.POWER_SUPPLY, "unknown: " + unknown.reason());
        };
    }

    /** Biometric pictures are for whoever runs the test, and for nobody else. */
    private Path save(BufferedImage image, String name) throws IOException {
        Path file = folder.resolve(name);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try (OutputStream png = Files.newOutputStream(file)) {
            try (var memory = new MemoryCacheImageOutputStream(png)) {
                ImageIO.write(image, "png", memory);
            }
        }
        return file;
    }
}
