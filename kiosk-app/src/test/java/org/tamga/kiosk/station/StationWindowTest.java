package org.tamga.kiosk.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.devices.profile.DeviceClass;
import org.tamga.devices.simulator.SimulatedFault;
import org.tamga.devices.simulator.chip.IssuingState;
import org.tamga.devices.simulator.chip.PassportMaker;
import org.tamga.devices.simulator.chip.SimulatedChipReader;
import org.tamga.devices.simulator.chip.SoftPassport;
import org.tamga.devices.simulator.people.IdentityCard;
import org.tamga.devices.simulator.people.SyntheticFace;
import org.tamga.devices.simulator.people.SyntheticPerson;
import org.tamga.kiosk.fixture.HeadlessStage;
import org.tamga.kiosk.fixture.Shots;
import org.tamga.kiosk.fixture.UiRobot;
import org.tamga.kiosk.shell.UiThreads;

/** Clicks through the morning of a station on JavaFX's headless platform. */
@DisplayName("The operator terminal's window")
class StationWindowTest {

    @TempDir Path folder;
    private final UiRobot robot = new UiRobot();
    private SimulatedKit devices;
    private HeadlessStage stage;

    @SuppressWarnings("NullAway.Init") // assigned on the UI thread, before the first test line
    private Shots shots;

    @SuppressWarnings("NullAway.Init") // assigned on the UI thread, before the first test line
    private StationWindow window;

    @BeforeEach
    void show() throws TimeoutException {
        Clock clock = Clock.systemUTC();
        LockedTerminal locked =
                TestKit.create(folder.resolve("kit"), 8).setUp(folder.resolve("home"), clock);
        devices = SimulatedKit.in(locked.home());
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
    }

    @AfterEach
    void close() throws TimeoutException {
        stage.close(window);
    }

    @Test
    @DisplayName("leads from sign-in over opening to identification, and survives its devices")
    void morning() throws IOException {
        shots.take("1-sign-in");
        robot.clickOn("#signin-unlock");
        await(() -> !text("#signin-answer").isEmpty());
        type(0, "11111111");
        type(1, TestKit.CODES.get(1));
        robot.clickOn("#signin-unlock");
        await(() -> text("#signin-answer").contains("Код туура эмес"));
        await(() -> robot.lookup("#signin-code-0").query().isFocused());
        shots.take("2-sign-in-wrong-code");
        type(0, TestKit.CODES.get(0));
        type(1, TestKit.CODES.get(1));
        robot.clickOn("#signin-unlock");

        await(() -> present("#check-ZERO_REPORT"));
        shots.take("3-opening");
        robot.clickOn("#opening-open");
        await(() -> text("#opening-answer").contains("Жабдуулардын текшерүүсү, Нөлдүк отчёт"));
        assertTrue(text("#opening-answer").endsWith("[OP-03]"), "the first one has a code");
        robot.clickOn("#opening-test");
        await(() -> idle("#opening-test") && text("#opening-answer").isEmpty());
        devices.printer().breakWith(SimulatedFault.PAPER_OUT);
        robot.clickOn("#opening-zero");
        await(() -> text("#opening-answer").contains("кагаз түгөндү"));
        devices.printer().repair();
        robot.clickOn("#opening-zero");
        await(() -> text("#check-ZERO_REPORT").equals("Басып чыгарылды"));
        shots.take("4-opening-ready");
        robot.clickOn("#opening-open");
        await(() -> visible("#opening-identify"));
        shots.take("5-opened");
        robot.clickOn("#opening-identify");

        shots.take("6-identify-waiting");
        robot.clickOn("#sim-NEXT_VOTER");
        await(() -> visible("#identify-paper"));
        shots.take("7-identify-matched");
        robot.clickOn("#identify-paper");
        await(() -> visible("#identify-reprint"));
        assertEquals("0001", text("#identify-slip"));
        shots.take("8-identify-admitted");
        robot.clickOn("#identify-next");
        robot.clickOn("#sim-SECOND_ATTEMPT");
        await(() -> text("#identify-stamp").contains("CI-01"));
        assertStandsOut("#identify-next");
        shots.take("9-refused-already-here");
        refusal("#sim-STRANGER", "CI-05", "10-refused-no-match");
        assertTrue(text("#identify-stamp").endsWith("ID-13"), "the ladder has its own code");
        assertStandsOut("#identify-again");
        robot.clickOn("#identify-again");
        await(() -> text("#identify-hint").contains("Башка манжа"));
        shots.take("10-next-finger");
        robot.clickOn("#sim-STRANGER");
        await(() -> text("#identify-stamp").endsWith("ID-17"));
        assertStandsOut("#identify-number");
        shots.take("10-refused-second-finger");
        refusal("#sim-WET_FINGER", "CI-06", "11-refused-poor-image");
        assertTrue(visible("#ladder-DOCUMENT"), "what to do when a finger fails is in sight");
        devices.scanner().script().once(SimulatedFault.UNPLUGGED);
        refusal("#sim-STRANGER", "CI-07", "12-device-fault");
        devices.fingers().clear();
        robot.clickOn("#identify-next");
        robot.clickOn("#sim-CLAIMED");
        await(() -> visible("#identify-online"));
        robot.clickOn("#identify-online");
        await(() -> visible("#identify-reprint"));
        await(() -> text("#identify-counter-online").equals("1"));
        robot.clickOn("#identify-next");
        robot.clickOn("#identify-number");
        await(() -> visible("#identify-number-field"));
        digits(TestKit.person(5).personalNumber());
        robot.clickOn("#identify-number-done");
        await(() -> visible("#identify-finger"));
        shots.take("13-identify-claimed");
        chips();
        robot.clickOn("#identify-number");
        await(() -> visible("#identify-number-field"));
        digits("999");
        shots.take("13-identify-number");
        robot.clickOn("#identify-number-done");
        await(() -> text("#identify-stamp").contains("CI-12"));
        shots.take("14-refused-number");
        robot.clickOn("#rail-SYNC");
        await(() -> present("#sync-fault") && !text("#sync-fault").isEmpty());
        shots.take("15-sync");
        robot.clickOn("#rail-DEVICES");
        shots.take("16-devices");
        assertEquals(2, window.desks().orElseThrow().terminal().journal().counters().identified());
        assertTrue(shots.problems().isEmpty(), () -> String.join("\n", shots.problems()));
    }

    /** Documents are held to the reader, one after the other. */
    private void chips() throws IOException {
        SyntheticPerson voter = TestKit.person(5);
        var plate = devices.kit().simulation().chipPlate().orElseThrow();
        var printed = devices.kit().simulation().documentPlate().orElseThrow();
        var face = SyntheticFace.of(voter.faceSeed()).capture(0);
        printed.present(IdentityCard.mrz(voter));
        await(() -> visible("#identify-chip"));
        shots.take("13-chip-reading");
        // The reading before must not take the next document.
        robot.clickOn("#identify-stop");
        await(() -> visible("#identify-start"));
        plate.lay(IdentityCard.mrz(voter), face);
        printed.present(IdentityCard.mrz(voter));
        await(() -> text("#identify-chip").contains("KGZ"));
        shots.take("13-chip-genuine");
        devices.camera().look(SyntheticFace.of(voter.faceSeed()).capture(1));
        devices.fingers().present(TestKit.finger(5, 1));
        await(() -> visible("#identify-paper"));
        shots.take("13-chip-genuine-matched");
        robot.clickOn("#identify-not");
        await(() -> text("#identify-stamp").contains("CI-08"));
        shots.take("13-chip-genuine-refused");
        var reader = devices.kit().simulation().of(DeviceClass.CHIP_READER).orElseThrow();
        reader.breakWith(SimulatedFault.FORGED);
        plate.lay(IdentityCard.mrz(voter), face);
        printed.present(IdentityCard.mrz(voter));
        await(() -> text("#identify-chip").endsWith("[DV-24]"));
        shots.take("13-chip-altered");
        devices.fingers().present(TestKit.smudge());
        await(() -> text("#identify-stamp").contains("CI-06"));
        shots.take("13-chip-altered-refused");
        reader.repair();
        robot.clickOn("#identify-next");
        ((SimulatedChipReader) reader).lay(strangers(voter, face));
        printed.present(IdentityCard.mrz(voter));
        await(() -> text("#identify-chip").endsWith("[DV-24]"));
        shots.take("13-chip-not-proven");
        plate.lay(IdentityCard.mrz(TestKit.person(6)), face);
        printed.present(IdentityCard.mrz(voter));
        await(() -> text("#identify-chip").endsWith("[DV-23]"));
        shots.take("13-chip-not-read");
        robot.clickOn("#identify-stop");
        robot.clickOn("#identify-start");
    }

    /** The same card of somebody who calls himself the state. */
    private static SoftPassport strangers(SyntheticPerson voter, BufferedImage face) {
        var nobody = new IssuingState("KG", "Nobody", Instant.now().minusSeconds(60));
        return new SoftPassport(
                new PassportMaker(nobody)
                        .make(IdentityCard.mrz(voter), face, SimulatedChipReader.visitorsCard()));
    }

    private void digits(String number) {
        for (char digit : number.toCharArray()) {
            robot.clickOn("#key-" + digit);
        }
    }

    /** The button that the ladder advises, and no other. */
    private void assertStandsOut(String advised) {
        for (String button : List.of("#identify-next", "#identify-again", "#identify-number")) {
            boolean primary = robot.lookup(button).query().getStyleClass().contains("primary");
            assertEquals(button.equals(advised), primary, button);
        }
    }

    private void refusal(String button, String code, String picture) throws IOException {
        robot.clickOn("#identify-next");
        robot.clickOn(button);
        await(() -> text("#identify-stamp").contains(code));
        shots.take(picture);
    }

    /** Types a code on the on-screen keyboard. */
    private void type(int official, String code) {
        robot.clickOn("#signin-code-" + official);
        for (char character : code.toCharArray()) {
            robot.clickOn("#key-" + character);
        }
    }

    private void await(BooleanSupplier condition) {
        shots.await("a change of the screen", condition);
    }

    private boolean present(String id) {
        return robot.lookup(id).tryQuery().isPresent();
    }

    private boolean idle(String id) {
        return robot.lookup(id).tryQuery().filter(n -> !n.isDisabled()).isPresent();
    }

    private boolean visible(String id) {
        return shots.shown(id.substring(1));
    }

    private String text(String id) {
        return shots.text(id.substring(1));
    }
}
