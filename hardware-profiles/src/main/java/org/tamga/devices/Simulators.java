package org.tamga.devices;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.tamga.devices.profile.DeviceProfile;
import org.tamga.devices.profile.Protocol;
import org.tamga.devices.scanner.FingerSpec;
import org.tamga.devices.simulator.CupsSimulator;
import org.tamga.devices.simulator.EscPosEmulator;
import org.tamga.devices.simulator.EscPosLine;
import org.tamga.devices.simulator.FolderPagePrinter;
import org.tamga.devices.simulator.LineEmulator;
import org.tamga.devices.simulator.MjpegServer;
import org.tamga.devices.simulator.PictureSequence;
import org.tamga.devices.simulator.PowerFolder;
import org.tamga.devices.simulator.SbiService;
import org.tamga.devices.simulator.SerialEmulator;
import org.tamga.devices.simulator.SerialSimulator;
import org.tamga.devices.simulator.SfmEmulator;
import org.tamga.devices.simulator.SimulatedCamera;
import org.tamga.devices.simulator.SimulatedDocumentReader;
import org.tamga.devices.simulator.SimulatedFingerScanner;
import org.tamga.devices.simulator.Simulator;
import org.tamga.devices.simulator.TestVisitor;
import org.tamga.devices.simulator.VirtualReader;
import org.tamga.devices.simulator.WedgeSimulator;
import org.tamga.devices.simulator.ZfmEmulator;
import org.tamga.devices.simulator.chip.PcscSimulator;
import org.tamga.devices.simulator.chip.SimulatedChipReader;
import org.tamga.devices.simulator.token.KeyFileSimulator;
import org.tamga.devices.simulator.token.SoftHsmSimulator;
import org.tamga.devices.simulator.token.TestKey;

/** The one place that chooses the simulator that can stand in for a profile's device. */
public final class Simulators {
    private Simulators() {}

    /**
     * Starts the far side of a profile.
     *
     * @throws IOException when it cannot start; the message names what is missing
     */
    public static Simulator start(DeviceProfile profile, KitSettings settings) throws IOException {
        return switch (profile.deviceClass()) {
            case FINGER_SCANNER -> fingerScanner(profile, settings);
            case CAMERA -> camera(profile, settings);
            case DOCUMENT_READER -> documentReader(profile, settings);
            case CHIP_READER -> chipReader(profile, settings);
            case RECEIPT_PRINTER -> receiptPrinter(profile, settings);
            case PAGE_PRINTER -> pagePrinter(profile, settings);
            case SIGNING_TOKEN -> signingToken(profile, settings);
            case POWER_SUPPLY -> PowerFolder.start(settings.paper().resolve("power_supply"));
        };
    }

    private static Simulator fingerScanner(DeviceProfile profile, KitSettings settings)
            throws IOException {
        return switch (profile.transport().kind()) {
            case SIMULATED -> new SimulatedFingerScanner(profile.profile(), settings.fingers());
            case LIBFPRINT ->
                    VirtualReader.start(
                            Objects.requireNonNull(profile.finger()), settings.fingers());
            case SBI -> new SbiService(settings.paper().resolve("sbi"), settings.fingers());
            case SERIAL -> serial(profile, settings, sensor(profile, settings));
            default -> throw none(profile);
        };
    }

    private static SerialEmulator sensor(DeviceProfile profile, KitSettings settings) {
        FingerSpec spec = Objects.requireNonNull(profile.finger());
        return profile.transport().protocol() == Protocol.SFM
                ? new SfmEmulator(spec, settings.fingers(), true)
                : new ZfmEmulator(spec, settings.fingers());
    }

    private static Simulator serial(
            DeviceProfile profile, KitSettings settings, SerialEmulator emulator)
            throws IOException {
        int baud = Objects.requireNonNull(profile.transport().baud());
        return SerialSimulator.start(
                emulator,
                settings.paper().resolve("lines"),
                profile.profile().replace('/', '-'),
                settings.pace() == KitSettings.Pace.FASTEST ? 0 : baud);
    }

    private static Simulator camera(DeviceProfile profile, KitSettings settings)
            throws IOException {
        var spec = Objects.requireNonNull(profile.camera());
        return switch (profile.transport().kind()) {
            case SIMULATED -> new SimulatedCamera(profile.profile());
            case VIDEO -> new PictureSequence(spec, settings.paper().resolve("camera"));
            case MJPEG -> new MjpegServer(spec);
            default -> throw none(profile);
        };
    }

    private static Simulator documentReader(DeviceProfile profile, KitSettings settings)
            throws IOException {
        return switch (profile.transport().kind()) {
            case SIMULATED -> new SimulatedDocumentReader(profile.profile());
            case SERIAL -> serial(profile, settings, new LineEmulator());
            case INPUT_EVENTS ->
                    WedgeSimulator.start(
                            settings.paper().resolve("lines"), profile.profile().replace('/', '-'));
            default -> throw none(profile);
        };
    }

    private static Simulator receiptPrinter(DeviceProfile profile, KitSettings settings)
            throws IOException {
        int dots = Objects.requireNonNull(profile.print()).dotsPerLine();
        Path folder = settings.paper().resolve("slips");
        EscPosEmulator printer =
                switch (settings.slips()) {
                    case ALL -> new EscPosEmulator(dots, folder);
                    case LAST -> EscPosEmulator.keepingLast(dots, folder);
                };
        Path lines = settings.paper().resolve("lines");
        return switch (profile.transport().kind()) {
            case SIMULATED -> printer;
            case SERIAL -> EscPosLine.start(printer, lines, rate(profile, settings));
            case CHARACTER_DEVICE -> EscPosLine.start(printer, lines, 0);
            default -> throw none(profile);
        };
    }

    /** 0 for as fast as possible. */
    private static int rate(DeviceProfile profile, KitSettings settings) {
        return switch (settings.pace()) {
            case REAL -> Objects.requireNonNull(profile.transport().baud());
            case FASTEST -> 0;
        };
    }

    private static Simulator pagePrinter(DeviceProfile profile, KitSettings settings)
            throws IOException {
        return switch (profile.transport().kind()) {
            case FOLDER -> {
                String at = profile.transport().at();
                yield new FolderPagePrinter(
                        profile.profile(),
                        at == null ? settings.paper().resolve("pages") : Path.of(at));
            }
            case CUPS -> new CupsSimulator(settings.paper().resolve("pages"));
            default -> throw none(profile);
        };
    }

    private static Simulator chipReader(DeviceProfile profile, KitSettings settings)
            throws IOException {
        var card = SimulatedChipReader.visitorsCard();
        return switch (profile.transport().kind()) {
            case SIMULATED -> new SimulatedChipReader(profile.profile(), card, settings.paper());
            case PCSC -> new PcscSimulator(card);
            default -> throw none(profile);
        };
    }

    private static Simulator signingToken(DeviceProfile profile, KitSettings settings)
            throws IOException {
        var key = new TestKey(TestKey.Kind.EC_P256, "Test visitor");
        String pin = new String(TestVisitor.pin());
        String label = Objects.requireNonNullElse(profile.transport().token(), "visitor");
        return switch (profile.transport().kind()) {
            case PKCS11 -> new SoftHsmSimulator(key, label, pin, settings.paper());
            case PKCS12 -> new KeyFileSimulator(key, pin, settings.paper());
            default -> throw none(profile);
        };
    }

    private static IOException none(DeviceProfile profile) {
        return new IOException("no simulator for " + profile.profile());
    }
}
