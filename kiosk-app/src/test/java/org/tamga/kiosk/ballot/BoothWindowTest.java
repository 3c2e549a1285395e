package org.tamga.kiosk.ballot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.kiosk.fixture.HeadlessStage;
import org.tamga.kiosk.fixture.Shots;
import org.tamga.kiosk.fixture.TestStation;
import org.tamga.kiosk.fixture.UiRobot;
import org.tamga.kiosk.shell.UiThreads;
import org.tamga.kiosk.station.SimulatedKit;

/** Clicks a booth from locked to closed on JavaFX's headless platform. */
@DisplayName("The booth's window")
class BoothWindowTest {
    @TempDir Path folder;
    private final UiRobot robot = new UiRobot();
    private TestStation station;
    private HeadlessStage stage;

    @SuppressWarnings("NullAway.Init") // assigned before the first test line
    private BoothWindow window;

    @SuppressWarnings("NullAway.Init") // assigned on the UI thread, before the first test line
    private Shots shots;

    @BeforeEach
    void show() throws TimeoutException, IOException {
        station = TestStation.create(folder);
        var stick = Files.createDirectories(folder.resolve("stick"));
        stage = new HeadlessStage();
        window =
                stage.show(
                        () ->
                                new BoothWindow(
                                        station.lockedBooth(),
                                        BoothKit.of(
                                                SimulatedKit.in(folder.resolve("home-B")).kit()),
                                        () -> List.of(stick),
                                        Optional.of(() -> Optional.of(station.card("bs-1"))),
                                        UiThreads.javafx(),
                                        TestStation.CLOCK),
                        shown -> {
                            shots = new Shots((Region) shown.view(), shown.texts(), robot);
                            shots.resize(new int[] {1366, 768});
                        });
    }

    @AfterEach
    void close() throws TimeoutException {
        stage.close(window);
    }

    @Test
    @DisplayName("leads from the officials' codes through a whole vote to the closing files")
    void day() throws IOException {
        codes();
        shots.await("officials", () -> shots.shown("officials-open"));
        shots.take("booth-1-officials");
        shots.click("officials-open");
        shots.await("opened", () -> shots.shown("officials-leave"));
        shots.click("officials-leave");
        shots.take("booth-2-welcome");

        shots.click("sim-card");
        shots.click("candidate-p-2");
        shots.take("booth-3-one");
        shots.click("booth-next");
        for (var candidate : List.of("c-1", "c-4", "c-8")) {
            shots.click("candidate-" + candidate);
        }
        assertTrue(shots.shown("booth-full"), "the fourth is out of reach, and it says so");
        shots.take("booth-4-several");
        shots.click("candidate-c-4");
        shots.click("booth-next");
        assertTrue(shots.shown("review-under-1"));
        shots.click("booth-large");
        shots.click("booth-contrast");
        shots.take("booth-5-review-large-contrast");
        shots.click("booth-large");
        shots.click("booth-contrast");
        shots.take("booth-6-review");
        shots.click("booth-encrypt");
        shots.await("encrypted", () -> shots.shown("booth-challenge"));
        shots.take("booth-7-decide");
        shots.click("booth-challenge");
        shots.await("challenged", () -> shots.shown("booth-again"));
        shots.take("booth-8-challenged");
        shots.click("booth-again");
        shots.click("booth-next");
        shots.click("booth-next");
        shots.click("booth-encrypt");
        shots.click("booth-cast");
        shots.await("cast", () -> shots.shown("booth-thanks"));
        shots.take("booth-9-thanks");
        shots.click("booth-finish");

        shots.click("booth-officials");
        codes();
        shots.await("counts", () -> shots.text("officials-cast").equals("1"));
        shots.click("officials-close");
        shots.click("officials-export");
        shots.await("written", () -> Files.exists(statement()));
        shots.take("booth-10-closed");
        assertEquals("1", shots.text("officials-spoiled"));
        assertTrue(shots.problems().isEmpty(), () -> String.join("\n", shots.problems()));
    }

    private Path statement() {
        return folder.resolve("stick/station-0101/0101-B/booth-closing.json");
    }

    private void codes() {
        for (var official = 0; official < 2; official++) {
            shots.click("signin-code-" + official);
            robot.write(TestStation.CODE);
        }
        shots.click("signin-unlock");
    }
}
