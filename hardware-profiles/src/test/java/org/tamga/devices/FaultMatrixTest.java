package org.tamga.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tamga.devices.KitSettings.Pace;
import org.tamga.devices.KitSettings.Slips;
import org.tamga.devices.ports.Authenticity;
import org.tamga.devices.ports.CameraFrame;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.CaptureRequest;
import org.tamga.devices.ports.ChipReading;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DocumentReading;
import org.tamga.devices.ports.FingerCapture;
import org.tamga.devices.ports.MonoRaster;
import org.tamga.devices.ports.PageResult;
import org.tamga.devices.ports.PowerState;
import org.tamga.devices.ports.PrintResult;
import org.tamga.devices.ports.TokenOpening;
import org.tamga.devices.ports.TokenSession;
import org.tamga.devices.ports.TokenSignature;
import org.tamga.devices.profile.DeviceClass;
import org.tamga.devices.profile.DeviceProfile;
import org.tamga.devices.profile.Kit;
import org.tamga.devices.profile.ProfileCatalogue;
import org.tamga.devices.profile.ProfileReading.Accepted;
import org.tamga.devices.profile.TransportKind;
import org.tamga.devices.simulator.FingerQueue;
import org.tamga.devices.simulator.SimulatedFault;
import org.tamga.devices.simulator.Simulator;
import org.tamga.devices.simulator.TestVisitor;

/** Every driver against every fault that its simulator can play. */
@DisplayName("Every fault of every device")
class FaultMatrixTest {
    /** Of a fault that is told by the caller's time being over. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Of what is told by itself, at once: however busy the machine is. */
    private static final Duration LONG = Duration.ofSeconds(60);

    /** Ten seconds at most, on a machine that is busy. */
    private static final Duration SILENCE = Duration.ofSeconds(40);

    /** A job's limit, and taking it back. */
    private static final Duration JOB = Duration.ofSeconds(200);

    /** What a driver may need beyond the caller's patience to let go of a device. */
    private static final Duration LETTING_GO = Duration.ofSeconds(12);

    /**
     * More of them, {@code -Dtamga.matrix.passes=20}, one profile at a time ({@code
     * -Dtamga.matrix=…}), count what every fault leaves behind: 200 rounds and more.
     */
    private static final int PASSES = Integer.getInteger("tamga.matrix.passes", 1);

    @TempDir Path folder;

    private static final Optional<DeviceFault> OVER = Optional.of(DeviceFault.TIMEOUT);

    private final AtomicInteger uses = new AtomicInteger();
    private final TestReporter reporter;

    FaultMatrixTest(TestReporter reporter) {
        this.reporter = reporter;
    }

    /**
     * One of a kind; while one is being written, {@code -Dtamga.matrix=<part of its name>} picks
     * it.
     */
    static Stream<DeviceProfile> profiles() {
        String part = System.getProperty("tamga.matrix", "");
        return ((Accepted<ProfileCatalogue>) ProfileCatalogue.packaged())
                .value().profiles().stream()
                        .filter(profile -> !part.isEmpty() || standsForItself(profile))
                        .filter(profile -> profile.profile().contains(part));
    }

    /**
     * Profiles that share driver and simulator with another one and differ in size or place only;
     * the self-test of every profile covers them. Of the eleven readers behind libfprint one that
     * is touched, one that is swiped and one with light ridges are left; the library's own drivers
     * run in none of them. What is left out is not tried with every build, but where {@code
     * tamga.matrix} names it: {@code -Dtamga.test.flags=-Dtamga.matrix=finger-scanner/}.
     */
    private static boolean standsForItself(DeviceProfile profile) {
        boolean reader = profile.transport().kind() == TransportKind.LIBFPRINT;
        return reader
                ? Set.of(
                                "finger-scanner/libfprint-virtual",
                                "finger-scanner/authentec-aes2501",
                                "finger-scanner/validity-vfs7552")
                        .contains(profile.profile())
                : !Set.of(
                                "finger-scanner/r305",
                                "finger-scanner/as608",
                                "finger-scanner/suprema-sfm-t1",
                                "receipt-printer/escpos-58mm-serial",
                                "receipt-printer/escpos-80mm-usb",
                                "signing-token/pkcs11-generic")
                        .contains(profile.profile());
    }

    /** Side by side, for they wait for devices most of the time. */
    @Test
    void is_told_by_its_code_in_time_and_the_next_use_works() throws Exception {
        Map<String, Future<List<String>>> runs = new TreeMap<>();
        try (var workers = Executors.newFixedThreadPool(PASSES > 1 ? 1 : 6)) {
            profiles()
                    .forEach(
                            profile ->
                                    runs.put(
                                            profile.profile(),
                                            workers.submit(() -> wrongOf(profile))));
        }
        Map<String, List<String>> wrong = new TreeMap<>();
        for (var run : runs.entrySet()) {
            if (!run.getValue().get().isEmpty()) {
                wrong.put(run.getKey(), run.getValue().get());
            }
        }
        assertEquals(Map.of(), wrong);
        assertTrue(runs.size() > 0, "no profile was tried");
    }

    private List<String> wrongOf(DeviceProfile profile) throws InterruptedException {
        List<String> wrong = new ArrayList<>();
        try (DeviceKit kit = open(profile)) {
            Simulator simulator = kit.simulation().of(profile.deviceClass()).orElseThrow();
            assertTrue(
                    simulator.faults().containsAll(DemandedFaults.of(profile)),
                    () -> "only " + simulator.faults());
            simulator.present();
            Optional<DeviceFault> whole = use(kit, profile.deviceClass(), LONG);
            if (whole.isPresent()) {
                return List.of("whole: " + whole);
            }
            pass(profile, kit, simulator, wrong);
            if (PASSES > 1) {
                leftovers(profile, kit, simulator, wrong);
            }
        }
        return wrong;
    }

    private void pass(
            DeviceProfile profile, DeviceKit kit, Simulator simulator, List<String> wrong) {
        for (SimulatedFault fault : SimulatedFault.values()) {
            boolean takesMinutes =
                    fault == SimulatedFault.STUCK
                            && profile.deviceClass() == DeviceClass.PAGE_PRINTER;
            // A stuck page printer takes the profile's minutes: CupsPagePrinterTest, with seconds.
            if (simulator.faults().contains(fault) && !takesMinutes) {
                befall(profile, kit, simulator, fault, wrong);
            }
        }
    }

    private void befall(
            DeviceProfile profile,
            DeviceKit kit,
            Simulator simulator,
            SimulatedFault fault,
            List<String> wrong) {
        Optional<DeviceFault> expected = ExpectedFaults.of(profile, fault);
        Duration patience = expected.equals(OVER) ? PATIENCE : LONG;
        simulator.breakWith(fault);
        simulator.present();
        long start = System.nanoTime();
        Optional<DeviceFault> told = use(kit, profile.deviceClass(), patience);
        if (fault == SimulatedFault.FROZEN && told.isEmpty()) {
            // The picture that stands still may itself be a new one at first.
            told = use(kit, profile.deviceClass(), patience);
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        simulator.repair();
        if (!told.equals(expected)) {
            wrong.add("%s told as %s, not %s".formatted(fault, told, expected));
        }
        if (taken.compareTo(longest(profile, told, patience)) > 0) {
            wrong.add("%s held the caller for %s".formatted(fault, taken));
        }
        simulator.present();
        Optional<DeviceFault> after = use(kit, profile.deviceClass(), LONG);
        if (after.isPresent()) {
            wrong.add("after %s: %s".formatted(fault, after));
        }
    }

    /**
     * The caller's time, which uses with limits of their own keep as well; a page has its job's.
     * That a device is silent is told long before a patient caller gives up.
     */
    private static Duration longest(
            DeviceProfile profile, Optional<DeviceFault> told, Duration patience) {
        boolean page = profile.deviceClass() == DeviceClass.PAGE_PRINTER;
        boolean silent = told.equals(Optional.of(DeviceFault.OFFLINE));
        return page ? JOB : silent ? SILENCE : patience.plus(LETTING_GO);
    }

    /**
     * What is told of nobody is told of nothing else, where a device can be asked whether it lives.
     */
    @Test
    void nobody_and_silence_are_told_apart() {
        profiles()
                .filter(profile -> profile.deviceClass() != DeviceClass.DOCUMENT_READER)
                .filter(profile -> DemandedFaults.of(profile).contains(SimulatedFault.NOBODY))
                .forEach(
                        profile ->
                                assertNotEquals(
                                        ExpectedFaults.of(profile, SimulatedFault.NOBODY),
                                        ExpectedFaults.of(profile, SimulatedFault.STUCK),
                                        profile.profile()));
    }

    /** The pass before has loaded what is loaded once. */
    private void leftovers(
            DeviceProfile profile, DeviceKit kit, Simulator simulator, List<String> wrong)
            throws InterruptedException {
        Leaks.Count before = Leaks.settled(null);
        int usesBefore = uses.get();
        long start = System.nanoTime();
        for (int again = 1; again < PASSES; again++) {
            pass(profile, kit, simulator, wrong);
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        Leaks.Count grown = Leaks.settled(before).since(before);
        wrong.addAll(Leaks.judged(grown, 0));
        reporter.publishEntry(
                profile.profile(),
                "%d uses in %d s: %s".formatted(uses.get() - usesBefore, taken.toSeconds(), grown));
    }

    private DeviceKit open(DeviceProfile profile) {
        var only = new Kit.KitDevice(profile.profile(), null, true);
        var kit = new Kit("matrix", "one device", Map.of(profile.deviceClass(), only));
        var catalogue = ((Accepted<ProfileCatalogue>) ProfileCatalogue.packaged()).value();
        var settings =
                new KitSettings(
                        folder.resolve(profile.profile()),
                        Slips.LAST,
                        new FingerQueue(),
                        Pace.FASTEST);
        return DeviceKit.open(kit, catalogue, settings);
    }

    /** Empty when the use succeeded. */
    private Optional<DeviceFault> use(DeviceKit kit, DeviceClass deviceClass, Duration patience) {
        uses.incrementAndGet();
        CancelSignal never = new CancelSignal();
        return switch (deviceClass) {
            case FINGER_SCANNER ->
                    switch (kit.fingerScanner().capture(new CaptureRequest(patience), never)) {
                        case FingerCapture.Failed failed -> Optional.of(failed.fault());
                        case FingerCapture.Captured captured -> {
                            captured.image().close();
                            yield Optional.empty();
                        }
                    };
            case CAMERA ->
                    switch (kit.camera().next(patience, never)) {
                        case CameraFrame.Failed failed -> Optional.of(failed.fault());
                        case CameraFrame.Captured captured -> {
                            captured.image().close();
                            yield Optional.empty();
                        }
                    };
            case DOCUMENT_READER ->
                    switch (kit.documentReader().read(patience, never)) {
                        case DocumentReading.Failed failed -> Optional.of(failed.fault());
                        case DocumentReading.Doubtful doubtful -> Optional.of(doubtful.fault());
                        case DocumentReading.Read _ -> Optional.empty();
                    };
            case CHIP_READER ->
                    switch (kit.chipReader().read(TestVisitor.chipAccess(), patience, never)) {
                        case ChipReading.Failed failed -> Optional.of(failed.fault());
                        case ChipReading.Read(var document) -> {
                            document.close();
                            yield document.authenticity() instanceof Authenticity.Genuine
                                    ? Optional.empty()
                                    : Optional.of(DeviceFault.NOT_GENUINE);
                        }
                    };
            case RECEIPT_PRINTER ->
                    switch (kit.receiptPrinter().print(slip(kit), never)) {
                        case PrintResult.Failed failed -> Optional.of(failed.fault());
                        case PrintResult.Printed _ -> Optional.empty();
                    };
            case PAGE_PRINTER ->
                    switch (kit.pagePrinter().print("matrix", TestPage.pdf(), 1, never)) {
                        case PageResult.Failed failed -> Optional.of(failed.fault());
                        case PageResult.Printed _ -> Optional.empty();
                    };
            case SIGNING_TOKEN ->
                    switch (kit.signingToken().open(TestVisitor.pin())) {
                        case TokenOpening.Refused refused -> Optional.of(refused.fault());
                        case TokenOpening.Opened(TokenSession session) -> {
                            try (session) {
                                yield signed(session);
                            }
                        }
                    };
            case POWER_SUPPLY ->
                    kit.powerSupply().read() instanceof PowerState.Unknown unknown
                            ? Optional.of(unknown.fault())
                            : Optional.empty();
        };
    }

    private static Optional<DeviceFault> signed(TokenSession session) {
        String key = session.chain().getFirst().getPublicKey().getAlgorithm();
        String algorithm = key.equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        return switch (session.sign(algorithm, new byte[] {1})) {
            case TokenSignature.Failed failed -> Optional.of(failed.fault());
            case TokenSignature.Signed _ -> Optional.empty();
        };
    }

    /** A token that was opened while all was well, and is signed with when it is not. */
    @ParameterizedTest(name = "{0} within a session is told as {1}")
    @CsvSource({"UNPLUGGED, CARD_REMOVED", "STUCK, OFFLINE", "WRONG_PIN,"})
    void of_a_token_is_told_at_the_signature_too(
            SimulatedFault fault, @Nullable DeviceFault expected) {
        DeviceProfile profile =
                ((Accepted<ProfileCatalogue>) ProfileCatalogue.packaged())
                        .value()
                        .find("signing-token/pkcs11-softhsm2")
                        .orElseThrow();
        try (DeviceKit kit = open(profile)) {
            Simulator simulator = kit.simulation().of(DeviceClass.SIGNING_TOKEN).orElseThrow();
            try (TokenSession session =
                    assertInstanceOf(
                                    TokenOpening.Opened.class,
                                    kit.signingToken().open(TestVisitor.pin()))
                            .session()) {
                simulator.breakWith(fault);
                assertEquals(Optional.ofNullable(expected), signed(session));
            }
            simulator.repair();
        }
    }

    private static MonoRaster slip(DeviceKit kit) {
        int width = kit.receiptPrinter().dotsPerLine();
        byte[] bits = new byte[(width + 7) / 8 * 100];
        java.util.Arrays.fill(bits, (byte) 0x55);
        return new MonoRaster(width, 100, bits);
    }
}
