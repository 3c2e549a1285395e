package org.tamga.devices.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.DeviceKit;
import org.tamga.devices.KitSettings;
import org.tamga.devices.SelfTest;
import org.tamga.devices.profile.DeviceClass;
import org.tamga.devices.simulator.FingerQueue;
import org.tamga.devices.simulator.Simulator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "test",
        description =
                "Tries the devices of a kit one after another; leaves images and prints in --out.",
        mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "DEVICE",
            description =
                    "finger-scanner, camera, document-reader, receipt-printer, page-printer or power-supply")
    private @Nullable String device;

    @Option(names = "--simulated", description = "kit demo: no hardware is touched")
    private boolean simulated;

    @Option(names = "--kit", description = "kit name or file")
    private @Nullable String kit;

    @Option(names = "--out", paramLabel = "DIR", description = "default: ${DEFAULT-VALUE}")
    private Path out = Path.of("devices-test");

    @Option(
            names = "--seconds",
            description = "patience for each device, 1 to 300 (default: ${DEFAULT-VALUE})")
    private int seconds = 20;

    @Spec private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli fills the field
    TestCommand() {}

    @Override
    public Integer call() throws IOException {
        KitSettings settings = new KitSettings(out, new FingerQueue());
        Duration patience = patience();
        try (DeviceKit opened = Loaded.orStop(DeviceKit.open(kitName(), settings))) {
            List<DeviceClass> asked = asked(opened);
            return report(opened, new SelfTest(opened, out, patience), asked) ? 0 : 1;
        }
    }

    private String kitName() {
        String named = kit;
        if (simulated == (named != null)) {
            throw wrong("say either --simulated or --kit KIT");
        }
        return named == null ? "demo" : named;
    }

    private Duration patience() {
        if (seconds < 1 || seconds > 300) {
            throw wrong("--seconds must lie in 1 … 300, was " + seconds);
        }
        return Duration.ofSeconds(seconds);
    }

    private List<DeviceClass> asked(DeviceKit kit) {
        if (device == null) {
            return kit.held();
        }
        for (DeviceClass known : DeviceClass.values()) {
            if (known.label().equals(device)) {
                return List.of(known);
            }
        }
        throw wrong("unknown device '%s'".formatted(device));
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }

    private boolean report(DeviceKit kit, SelfTest test, List<DeviceClass> asked)
            throws IOException {
        PrintWriter print = spec.commandLine().getOut();
        boolean allPassed = true;
        for (DeviceClass deviceClass : asked) {
            guide(deviceClass, print);
            kit.simulation().of(deviceClass).ifPresent(Simulator::present);
            SelfTest.Outcome outcome = test.of(deviceClass);
            String verdict = outcome.passed() ? "pass" : "FAIL";
            print.printf("%s  %-16s %s%n", verdict, deviceClass.label(), outcome.detail());
            allPassed &= outcome.passed();
        }
        print.printf("images and prints: %s%n", out.toAbsolutePath().normalize());
        return allPassed;
    }

    private void guide(DeviceClass deviceClass, PrintWriter print) {
        if (simulated) {
            return;
        }
        switch (deviceClass) {
            case FINGER_SCANNER -> print.println("Put a finger on the glass.");
            case CAMERA -> print.println("Look into the camera.");
            case DOCUMENT_READER -> print.println("Lay a document on the reader.");
            case CHIP_READER, SIGNING_TOKEN, RECEIPT_PRINTER, PAGE_PRINTER, POWER_SUPPLY -> {
                // Nobody has to do anything.
            }
        }
    }
}
