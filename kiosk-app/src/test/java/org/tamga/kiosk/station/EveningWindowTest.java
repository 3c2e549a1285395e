package org.tamga.kiosk.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.election.journal.EventType;
import org.tamga.kiosk.fixture.HeadlessStage;
import org.tamga.kiosk.fixture.Shots;
import org.tamga.kiosk.fixture.TestStation;
import org.tamga.kiosk.fixture.UiRobot;
import org.tamga.kiosk.shell.Screen;
import org.tamga.kiosk.shell.UiThreads;
import org.testfx.util.WaitForAsyncUtils;

/** Clicks the operator terminal from closing to the sealed protocol on the headless platform. */
@DisplayName("The operator terminal's evening")
class EveningWindowTest {
    /** The typed lines in the order of the table: station, president, council. */
    private static final List<String> RIGHT =
            List.of(
                    "0", "3", "1", "2", "2", "0", "0", "3", "0", "3", "0", "0", "0", "0", "0", "0",
                    "0", "0");

    @TempDir Path folder;
    private final UiRobot robot = new UiRobot();

    @SuppressWarnings("NullAway.Init") // assigned before the first test line
    private TestStation station;

    @SuppressWarnings("NullAway.Init") // assigned before the first test line
    private HeadlessStage stage;

    @SuppressWarnings("NullAway.Init") // assigned on the UI thread, before the first test line
    private StationWindow window;

    @SuppressWarnings("NullAway.Init") // assigned on the UI thread, before the first test line
    private Shots shots;

    @BeforeEach
    void show() throws TimeoutException, IOException {
        station = TestStation.create(folder);
        Files.createDirectories(folder.resolve("usb"));
        var locked = station.lockedOperator();
        stage = new HeadlessStage();
        window =
                stage.show(
                        () ->
                                new StationWindow(
                                        locked,
                                        SimulatedKit.in(locked.home()).kit(),
                                        Optional.empty(),
                                        UiThreads.javafx(),
                                        TestStation.CLOCK,
                                        EveningScreens::add),
                        shown -> {
                            shots = new Shots(shown.view(), shown.texts(), robot);
                            shots.resize(new int[] {1366, 768});
                        });
    }

    @AfterEach
    void close() throws TimeoutException {
        stage.close(window);
    }

    @Test
    @DisplayName("leads from closing over two differing entries to a sealed protocol")
    void evening() throws IOException {
        signIn();
        votersCame();
        closing();
        count();
        protocol();
        assertTrue(shots.problems().isEmpty(), () -> String.join("\n", shots.problems()));
    }

    private void signIn() {
        for (var official = 0; official < 2; official++) {
            shots.click("signin-code-" + official);
            robot.write(TestStation.CODE);
        }
        shots.click("signin-unlock");
        shots.await("opening", () -> shots.shown("opening-open"));
    }

    private void votersCame() {
        var journal = window.desks().orElseThrow().terminal().journal();
        journal.append(EventType.STATION_OPENED, Map.of());
        for (var slip = 1; slip <= 3; slip++) {
            TestStation.checkIn(journal, slip, slip == 3 ? "ONLINE" : "PAPER");
        }
        Platform.runLater(window::phaseChanged);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void closing() throws IOException {
        shots.click("rail-CLOSING");
        shots.await("numbers", () -> shots.text("closing-identified").equals("3"));
        shots.take("evening-1-closing-open");
        shots.click("closing-close");
        shots.take("evening-2-closing-question");
        shots.click("closing-yes");
        shots.await("closed", () -> shots.shown("closing-import"));
        shots.take("evening-3-closed");
        station.closeBooth(folder.resolve("usb"));
        shots.click("closing-import");
        shots.await("imported", () -> shots.text("closing-reconciled").contains("1"));
        shots.take("evening-4-booth-imported");
        shots.click("closing-count");
    }

    private void count() throws IOException {
        shots.take("evening-5-count-first");
        begin();
        shots.take("evening-6-count-empty");
        type(RIGHT.subList(0, 3));
        robot.write("9");
        robot.type(KeyCode.ENTER);
        shots.await("a broken ratio", () -> shots.shown("ratio-K02@president"));
        shots.take("evening-7-count-half");
        shots.click("line-L17@president");
        shots.click("key-2");
        shots.await("the ratio to hold", () -> !shots.shown("ratio-K02@president"));
        shots.click("count-next");
        type(RIGHT.subList(4, RIGHT.size()));
        shots.await("first entry kept", () -> shots.shown("count-typist"));
        shots.take("evening-8-count-second");
        begin();
        var wrong = new ArrayList<>(RIGHT);
        wrong.set(4, "1");
        type(wrong);
        shots.await("differences", () -> shots.shown("count-correct-1"));
        shots.take("evening-9-count-different");
        shots.click("rail-PROTOCOL");
        shots.take("evening-A-protocol-counting");
        shots.click("rail-COUNT");
        shots.click("count-correct-1");
        WaitForAsyncUtils.waitForFxEvents();
        shots.take("evening-B-count-correct");
        shots.click("line-L20@president@p-1");
        shots.click("key-2");
        shots.click("count-keep");
        shots.await("agreed", () -> shots.shown("count-protocol"));
        shots.take("evening-C-count-agreed");
        shots.click("count-protocol");
    }

    private void begin() {
        shots.click("count-begin");
        assertFalse(shots.text("count-answer").isEmpty(), "nobody is chosen yet");
        shots.click("count-typist");
        robot.type(KeyCode.DOWN, KeyCode.ENTER);
        shots.click("count-begin");
        shots.await("the first line to take the keys", () -> focused("line-L09"));
    }

    private boolean focused(String id) {
        var owner = stage.scene().getFocusOwner();
        return owner != null && id.equals(owner.getId());
    }

    private void type(List<String> values) {
        for (var value : values) {
            robot.write(value);
            robot.type(KeyCode.ENTER);
        }
    }

    private void protocol() throws IOException {
        shots.await("draft", () -> shots.shown("protocol-balance"));
        shots.take("evening-D-protocol-draft");
        shots.click("protocol-balance");
        shots.await("refused", () -> !shots.text("protocol-answer").isEmpty());
        shots.click("answer-K13@president");
        for (var key : List.of("а", "к", "т", "space", "1")) {
            shots.click("key-" + key);
        }
        assertEquals(
                "акт 1", robot.lookup("#answer-K13@president").queryTextInputControl().getText());
        shots.take("evening-E-protocol-answered");
        shots.click("protocol-balance");
        shots.await("balanced", () -> shots.shown("protocol-password"));
        shots.take("evening-F-protocol-balanced");
        sign("wrong");
        shots.await("refused key", () -> shots.text("protocol-answer").contains("SG-02"));
        shots.take("evening-G-protocol-wrong-password");
        for (var signer = 1; signer <= 3; signer++) {
            sign(TestStation.CODE);
            shots.await("signature", () -> shots.text("protocol-answer").contains("кол"));
            if (signer == 1) {
                shots.take("evening-H-protocol-one-signature");
            }
        }
        shots.await("all signatures", () -> shots.shown("protocol-seal"));
        shots.take("evening-I-protocol-signed");
        shots.click("protocol-seal");
        shots.await("sealed", () -> shots.shown("protocol-print"));
        shots.take("evening-J-protocol-sealed");
        shots.click("protocol-print-one");
        shots.await("copy", () -> shots.text("protocol-answer").contains("1"));
        shots.take("evening-K-protocol-copy");
        assertEquals(Screen.PROTOCOL, window.shell().currentProperty().get());
    }

    private void sign(String password) {
        shots.click("protocol-password");
        robot.write(password);
        shots.click("protocol-sign");
        WaitForAsyncUtils.waitForFxEvents();
    }
}
