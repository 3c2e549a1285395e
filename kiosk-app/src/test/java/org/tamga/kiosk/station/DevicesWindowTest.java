package org.tamga.kiosk.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.image.ImageView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.devices.profile.DeviceClass;
import org.tamga.devices.simulator.SimulatedFault;
import org.tamga.election.journal.EventType;
import org.tamga.kiosk.devices.DeviceState;
import org.tamga.kiosk.fixture.HeadlessStage;
import org.tamga.kiosk.fixture.Shots;
import org.tamga.kiosk.fixture.UiRobot;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.shell.UiThreads;

/** Clicks through the devices of a station on JavaFX's headless platform. */
@DisplayName("The devices screen")
class DevicesWindowTest {

    private static final String EVERY_CLASS =
            """
            kit: every-class
            note: a simulated device of every class
            devices:
              finger-scanner: {profile: finger-scanner/simulated}
              camera: {profile: camera/simulated}
              document-reader: {profile: document-reader/simulated}
              chip-reader: {profile: chip-reader/simulated}
              receipt-printer: {profile: receipt-printer/simulated}
              page-printer: {profile: page-printer/simulated}
              signing-token: {profile: signing-token/pkcs12-file, simulated: true}
              power-supply: {profile: power-supply/linux-sysfs, simulated: true}
            """;

    @TempDir Path folder;
    private final UiRobot robot = new UiRobot();
    private SimulatedKit devices;
    private HeadlessStage stage;
    private Path home;

    @SuppressWarnings("NullAway.Init") // assigned on the UI thread, before the first test line
    private Shots shots;

    @SuppressWarnings("NullAway.Init") // assigned on the UI thread, before the first test line
    private StationWindow window;

    @BeforeEach
    void show() throws TimeoutException, IOException {
        Clock clock = Clock.systemUTC();
        home = folder.resolve("home");
        LockedTerminal locked = TestKit.create(folder.resolve("kit"), 3).setUp(home, clock);
        Path kit = Files.writeString(folder.resolve("every-class.yaml"), EVERY_CLASS);
        devices = SimulatedKit.of(kit.toString(), locked.home());
        stage = new HeadlessStage();
        window =
                stage.show(
                        () ->
                                new StationWindow(
                                        locked,
                                        devices.kit(),
                                        Optional.of(new TestVoters(devices)),
                                        UiThreads.javafx(),
                                        clock,
                                        (w, desks) -> {}),
                        shown -> {
                            shots = new Shots(shown.view(), shown.texts(), robot);
                            shots.resize(new int[] {1366, 768});
                        });
        signIn();
        shots.click("rail-DEVICES");
    }

    private void signIn() {
        for (int official = 0; official < 2; official++) {
            shots.click("signin-code-" + official);
            for (char character : TestKit.CODES.get(official).toCharArray()) {
                shots.click("key-" + character);
            }
        }
        shots.click("signin-unlock");
    }

    @AfterEach
    void close() throws TimeoutException {
        stage.close(window);
        devices.kit().close();
    }

    @Test
    @DisplayName("shows each device, what it sees, and that it comes and goes")
    void previews() throws IOException {
        shots.click("devices-test-all");
        shots.await("the tests", () -> desk(DeviceClass.CAMERA).passed());
        shots.take("30-devices-all-passed");

        shots.click("choose-CAMERA");
        devices.camera().present();
        shots.await("a live picture", this::pictured);
        shots.take("31-devices-camera");

        shots.click("choose-FINGER_SCANNER");
        shots.await("no picture of another device", () -> !pictured());
        shots.click("device-try");
        shots.await("waiting", () -> shots.text("device-said").contains("күтүлүүдө"));
        devices.scanner().present();
        shots.await("the finger", this::pictured);
        assertTrue(shots.text("device-said").contains("dpi"));
        shots.take("32-devices-finger");

        shots.click("choose-RECEIPT_PRINTER");
        shots.click("device-try");
        shots.await("the slip", () -> devices.printer().slipsCut() == 1);
        devices.printer().breakWith(SimulatedFault.PAPER_OUT);
        shots.await("paper on the status bar", () -> shots.text("status-PAPER").contains("жок"));
        shots.click("device-try");
        shots.await("the code", () -> shots.text("device-said").endsWith("[DV-10]"));

        devices.scanner().breakWith(SimulatedFault.UNPLUGGED);
        shots.await("words that pass", () -> shots.text("passing").contains("ажыратылды"));
        assertEquals("ажыратылган", shots.text("status-SCANNER"));
        shots.take("33-devices-errors");
        devices.scanner().repair();
        shots.await("back", () -> !desk(DeviceClass.FINGER_SCANNER).isAbsent());
        shots.click("choose-FINGER_SCANNER");
        shots.take("34-devices-back");

        shots.click("choose-CAMERA");
        shots.await("live again", this::pictured);
        shots.click("rail-SYNC");
        shots.click("rail-DEVICES");
        assertEquals(List.of("slips/0001.png"), pictures(), "no preview leaves a file");
        assertTrue(shots.problems().isEmpty(), () -> String.join("\n", shots.problems()));
    }

    @Test
    @DisplayName("leads through a self-test of every device; a stuck one holds nobody up")
    void guided() throws IOException {
        devices.camera().present();
        shots.click("devices-guided");
        devices.scanner().present();
        shots.await("the finger", this::pictured);
        shots.take("35-guided-finger");
        shots.click("guide-works");
        turn(DeviceClass.CAMERA);
        shots.await("the face", this::pictured);
        shots.take("36-guided-camera");
        shots.click("guide-fails");
        turn(DeviceClass.DOCUMENT_READER);
        shots.await("waiting", () -> !shots.text("device-said").isEmpty());
        assertFalse(shots.shown("guide-works"), "nothing was shown yet");
        shots.take("37-guided-document");
        shots.click("guide-skip");
        turn(DeviceClass.CHIP_READER);
        present(DeviceClass.DOCUMENT_READER);
        present(DeviceClass.CHIP_READER);
        shots.await("the portrait of the chip", this::pictured);
        shots.take("37-guided-chip");
        shots.click("guide-works");
        turn(DeviceClass.RECEIPT_PRINTER);
        shots.click("guide-works");
        turn(DeviceClass.PAGE_PRINTER);
        shots.click("guide-works");
        turn(DeviceClass.SIGNING_TOKEN);
        shots.click("guide-works");
        turn(DeviceClass.POWER_SUPPLY);
        shots.take("38-guided-power");
        shots.click("guide-works");
        shots.await("the end", () -> !shots.text("devices-summary").isEmpty());
        shots.take("39-guided-done");
        assertEquals(
                List.of(
                        "PASSED",
                        "REJECTED",
                        "SKIPPED",
                        "PASSED",
                        "PASSED",
                        "PASSED",
                        "PRESENT",
                        "PASSED"),
                results());
        assertTrue(shots.problems().isEmpty(), () -> String.join("\n", shots.problems()));
    }

    private void present(DeviceClass device) {
        devices.kit().simulation().of(device).orElseThrow().present();
    }

    private void turn(DeviceClass device) {
        shots.await(
                "the turn of " + device, () -> shots.text("device-heading").equals(name(device)));
    }

    private String name(DeviceClass device) {
        return window.texts().now(Message.of("devices.kind." + device));
    }

    private boolean pictured() {
        return robot.lookup(".device-preview .image-view")
                .tryQueryAs(ImageView.class)
                .filter(view -> view.getImage() != null)
                .isPresent();
    }

    private DeviceState desk(DeviceClass device) {
        return window.desks().orElseThrow().devices().state(device);
    }

    private List<String> results() {
        return window.desks().orElseThrow().terminal().journal().events().stream()
                .filter(event -> event.type() == EventType.DEVICE_TESTED)
                .map(event -> event.data().getOrDefault("result", ""))
                .toList();
    }

    private List<String> pictures() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(file -> file.toString().matches(".*\\.(png|jpe?g|bmp|pgm)"))
                    .map(file -> home.relativize(file).toString())
                    .toList();
        }
    }
}
