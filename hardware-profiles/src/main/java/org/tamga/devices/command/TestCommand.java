package org.tamga.devices.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.DeviceKit;
import org.tamga.devices.KitSettings;
import org.tamga.devices.KitSettings.Pace;
import org.tamga.devices.KitSettings.Slips;
import org.tamga.devices.SelfTest;
import org.tamga.devices.ports.ChipAccess;
import org.tamga.devices.profile.DeviceClass;
import org.tamga.devices.profile.DeviceProfile;
import org.tamga.devices.profile.Kit;
import org.tamga.devices.profile.ProfileCatalogue;
import org.tamga.devices.simulator.FingerQueue;
import org.tamga.devices.simulator.Simulator;
import org.tamga.devices.simulator.TestVisitor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "test",
        description = {
            "Tries the devices of a kit one after another; leaves images and prints in --out.",
            "--simulated without a kit tries every profile's driver against its simulator."
        },
        mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "DEVICE",
            description =
                    "finger-scanner, camera, document-reader, chip-reader, receipt-printer, page-printer, signing-token or power-supply; with --simulated also a profile, e.g. camera/generic-uvc")
    private @Nullable String device;

    @Option(names = "--simulated", description = "no hardware is touched")
    private boolean simulated;

    @Option(
            names = "--fastest",
            description = "simulated lines as fast as this machine can, not as their rates say")
    private boolean fastest;

    @Option(names = "--kit", description = "kit name or file")
    private @Nullable String kit;

    @Option(names = "--out", paramLabel = "DIR", description = "default: ${DEFAULT-VALUE}")
    private Path out = Path.of("devices-test");

    @Option(
            names = "--seconds",
            description = "patience for each device, 1 to 300 (default: ${DEFAULT-VALUE})")
    private int seconds = 20;

    @Option(
            names = "--document",
            paramLabel = "NUMBER,BIRTH,EXPIRY|CAN",
            description =
                    "what opens the chip on the reader: document number and dates as YYYY-MM-DD, or the six digits on the card")
    private @Nullable String document;

    @Mixin private Loaded loaded;

    @Spec private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli fills the field
    TestCommand() {}

    @Override
    public Integer call() throws IOException {
        Duration patience = patience();
        ProfileCatalogue catalogue = loaded.catalogue();
        requireKnown(catalogue);
        boolean allPassed = true;
        for (Kit each : kits(catalogue)) {
            KitSettings settings =
                    new KitSettings(
                            folder(each),
                            Slips.ALL,
                            new FingerQueue(),
                            fastest ? Pace.FASTEST : Pace.REAL);
            try (DeviceKit opened = DeviceKit.open(each, catalogue, settings)) {
                var test = new SelfTest(opened, folder(each), patience, credentials(each, opened));
                allPassed &= report(opened, test);
            }
        }
        spec.commandLine()
                .getOut()
                .printf(
                        "images and prints, delete them afterwards: %s%n",
                        out.toAbsolutePath().normalize());
        return allPassed ? 0 : 1;
    }

    private List<Kit> kits(ProfileCatalogue catalogue) {
        if (kit != null) {
            Kit named = Loaded.orStop(catalogue.kit(kit));
            return List.of(simulated ? allSimulated(named) : named);
        }
        if (!simulated) {
            throw wrong("say --kit KIT, --simulated or both");
        }
        List<Kit> kits = new ArrayList<>();
        for (DeviceProfile profile : catalogue.profiles()) {
            String group = profile.deviceClass().label();
            if (device == null || device.equals(group) || device.equals(profile.profile())) {
                var only = new Kit.KitDevice(profile.profile(), null, true);
                String name = profile.profile().substring(group.length() + 1);
                kits.add(new Kit(name, group, Map.of(profile.deviceClass(), only)));
            }
        }
        return kits;
    }

    private static Kit allSimulated(Kit kit) {
        Map<DeviceClass, Kit.KitDevice> devices = new EnumMap<>(DeviceClass.class);
        kit.devices()
                .forEach(
                        (deviceClass, device) ->
                                devices.put(
                                        deviceClass,
                                        new Kit.KitDevice(device.profile(), null, true)));
        return new Kit(kit.kit(), kit.note(), devices);
    }

    /** Each profile's images in a folder of their own. */
    private Path folder(Kit kit) {
        return this.kit == null ? out.resolve(kit.note()).resolve(kit.kit()) : out;
    }

    private Duration patience() {
        if (seconds < 1 || seconds > 300) {
            throw wrong("--seconds must lie in 1 … 300, was " + seconds);
        }
        return Duration.ofSeconds(seconds);
    }

    /** Simulated cards and tokens open with what the test's own visitor knows. */
    private SelfTest.Credentials credentials(Kit kit, DeviceKit opened) {
        Optional<ChipAccess> named = Optional.ofNullable(access());
        return new SelfTest.Credentials(
                named.isEmpty() && isSimulated(DeviceClass.CHIP_READER, kit, opened)
                        ? Optional.of(TestVisitor.chipAccess())
                        : named,
                isSimulated(DeviceClass.SIGNING_TOKEN, kit, opened)
                        ? () -> Optional.of(TestVisitor.pin())
                        : TestCommand::askedPin);
    }

    /** Whether our simulator stands there, be it in this process or where the kit says. */
    private static boolean isSimulated(DeviceClass deviceClass, Kit kit, DeviceKit opened) {
        Kit.KitDevice device = kit.devices().get(deviceClass);
        return opened.simulation().of(deviceClass).isPresent()
                || (device != null && device.isSimulated());
    }

    private @Nullable ChipAccess access() {
        if (document == null) {
            return null;
        }
        if (document.matches("[0-9]{6}")) {
            return new ChipAccess.CardAccessNumber(document);
        }
        if (!document.matches("[A-Z0-9<]{5,15},\\d{4}-\\d{2}-\\d{2},\\d{4}-\\d{2}-\\d{2}")) {
            throw wrong("--document wants NUMBER,YYYY-MM-DD,YYYY-MM-DD or six digits");
        }
        String[] parts = document.split(",", -1);
        try {
            return new ChipAccess.MrzKey(
                    parts[0], LocalDate.parse(parts[1]), LocalDate.parse(parts[2]));
        } catch (java.time.format.DateTimeParseException e) {
            throw wrong("--document has a date that does not exist");
        }
    }

    /** Empty where nobody sits at a keyboard. */
    private static Optional<char[]> askedPin() {
        return Optional.ofNullable(System.console())
                .map(console -> console.readPassword("PIN of the token: "));
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }

    private boolean report(DeviceKit kit, SelfTest test) throws IOException {
        PrintWriter print = spec.commandLine().getOut();
        boolean allPassed = true;
        for (DeviceClass deviceClass : asked(kit)) {
            guide(kit, deviceClass, print);
            long start = System.nanoTime();
            SelfTest.Outcome outcome = test.of(deviceClass);
            print.printf(
                    "%s  %6.2f s  %-44s %s%n",
                    outcome.passed() ? "pass" : "FAIL",
                    (System.nanoTime() - start) / 1e9,
                    kit.device(deviceClass).info().profile(),
                    outcome.detail());
            print.flush();
            allPassed &= outcome.passed();
        }
        return allPassed;
    }

    /** What is asked for is a class of devices or a profile. */
    private void requireKnown(ProfileCatalogue catalogue) {
        if (device != null
                && Arrays.stream(DeviceClass.values()).noneMatch(this::isLabel)
                && catalogue.find(device).isEmpty()) {
            throw wrong("unknown device '%s'".formatted(device));
        }
    }

    private boolean isLabel(DeviceClass known) {
        return known.label().equals(device);
    }

    private List<DeviceClass> asked(DeviceKit kit) {
        if (device == null) {
            return kit.held();
        }
        List<DeviceClass> asked =
                Arrays.stream(DeviceClass.values())
                        .filter(
                                known ->
                                        isLabel(known)
                                                || kit.device(known)
                                                        .info()
                                                        .profile()
                                                        .equals(device))
                        .toList();
        if (asked.isEmpty()) {
            throw wrong("the kit has no device '%s'".formatted(device));
        }
        return asked;
    }

    /** A simulated device presents its own visitor; a real one waits for a person. */
    private static void guide(DeviceKit kit, DeviceClass deviceClass, PrintWriter print) {
        Optional<Simulator> simulator = kit.simulation().of(deviceClass);
        if (simulator.isPresent()) {
            simulator.get().present();
            return;
        }
        switch (deviceClass) {
            case FINGER_SCANNER -> print.println("Put a finger on the glass.");
            case CAMERA -> print.println("Look into the camera.");
            case DOCUMENT_READER -> print.println("Lay a document on the reader.");
            case CHIP_READER -> print.println("Lay a document with a chip on the reader.");
            case RECEIPT_PRINTER, PAGE_PRINTER, SIGNING_TOKEN, POWER_SUPPLY -> {
                // Nobody has to do anything yet.
            }
        }
        print.flush();
    }
}
