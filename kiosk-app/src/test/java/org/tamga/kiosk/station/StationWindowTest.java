package org.tamga.kiosk.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.devices.simulator.PrinterTrouble;
import org.tamga.devices.simulator.ScannerTrouble;
import org.tamga.election.text.Language;
import org.tamga.kiosk.shell.ShellView;
import org.tamga.kiosk.shell.Theme;
import org.tamga.kiosk.shell.UiThreads;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Clicks through the morning of a station on JavaFX's headless platform and leaves a picture of
 * every screen in every language at both sizes in {@code target/screens}.
 */
@DisplayName("The operator terminal's window")
class StationWindowTest {

    private static final Path PICTURES = Path.of("target", "screens");
    private static final int[][] SIZES = {{1366, 768}, {1920, 1080}};
    private static final double SHOWN = 0.73;
    private static final long PATIENCE_SECONDS = 60;

    @TempDir Path folder;
    private final FxRobot robot = new FxRobot();
    private final TreeSet<String> problems = new TreeSet<>();
    private SimulatedKit devices;
    private Stage stage;

    @SuppressWarnings("NullAway.Init") // assigned on the UI thread, before the first test line
    private StationWindow window;

    @BeforeEach
    void show() throws TimeoutException {
        Clock clock = Clock.systemUTC();
        LockedTerminal locked =
                TestKit.create(folder.resolve("kit"), 8).setUp(folder.resolve("home"), clock);
        devices = SimulatedKit.in(locked.home());
        stage = FxToolkit.registerPrimaryStage();
        FxToolkit.setupFixture(
                () -> {
                    Theme.install();
                    window =
                            new StationWindow(
                                    locked,
                                    devices.kit(),
                                    Optional.of(new TestVoters(devices)),
                                    UiThreads.javafx(),
                                    clock,
                                    (w, desks) -> {});
                    // The headless screen has 1000 × 1000 pixels: the window is shown scaled.
                    Group scaled = new Group(window.view());
                    scaled.getTransforms().add(new Scale(SHOWN, SHOWN));
                    stage.setScene(new Scene(new Pane(scaled), 1000, 570));
                    resize(SIZES[0]);
                    stage.show();
                });
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.setupFixture(
                () -> {
                    window.close();
                    stage.hide();
                });
    }

    @Test
    @DisplayName("leads from sign-in over opening to identification, and survives its devices")
    void morning() throws IOException {
        picture("1-sign-in");
        robot.clickOn("#signin-unlock");
        await(() -> !text("#signin-answer").isEmpty());
        type(0, "11111111");
        type(1, TestKit.CODES.get(1));
        robot.clickOn("#signin-unlock");
        await(() -> text("#signin-answer").contains("Код туура эмес"));
        picture("2-sign-in-wrong-code");
        type(0, TestKit.CODES.get(0));
        type(1, TestKit.CODES.get(1));
        robot.clickOn("#signin-unlock");

        await(() -> present("#check-ZERO_REPORT"));
        picture("3-opening");
        robot.clickOn("#opening-open");
        await(() -> text("#opening-answer").contains("Жабдуулар"));
        robot.clickOn("#opening-test");
        await(() -> idle("#opening-test") && text("#opening-answer").isEmpty());
        devices.printer().breakWith(PrinterTrouble.PAPER_OUT);
        robot.clickOn("#opening-zero");
        await(() -> text("#opening-answer").contains("кагаз түгөндү"));
        devices.printer().repair();
        robot.clickOn("#opening-zero");
        await(() -> text("#check-ZERO_REPORT").equals("Басып чыгарылды"));
        picture("4-opening-ready");
        robot.clickOn("#opening-open");
        await(() -> visible("#opening-identify"));
        picture("5-opened");
        robot.clickOn("#opening-identify");

        picture("6-identify-waiting");
        robot.clickOn("#sim-NEXT_VOTER");
        await(() -> visible("#identify-paper"));
        picture("7-identify-matched");
        robot.clickOn("#identify-paper");
        await(() -> visible("#identify-reprint"));
        assertEquals("0001", text("#identify-slip"));
        picture("8-identify-admitted");
        robot.clickOn("#identify-next");
        robot.clickOn("#sim-SECOND_ATTEMPT");
        await(() -> text("#identify-stamp").contains("CI-01"));
        picture("9-refused-already-here");
        refusal("#sim-STRANGER", "CI-05", "10-refused-no-match");
        refusal("#sim-WET_FINGER", "CI-06", "11-refused-poor-image");
        devices.scanner().faults().once(ScannerTrouble.UNPLUGGED);
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
        for (char digit : "999".toCharArray()) {
            robot.clickOn("#key-" + digit);
        }
        picture("13-identify-number");
        robot.clickOn("#identify-number-done");
        await(() -> text("#identify-stamp").contains("CI-12"));
        picture("14-refused-number");
        robot.clickOn("#rail-SYNC");
        await(() -> present("#sync-fault") && !text("#sync-fault").isEmpty());
        picture("15-sync");
        robot.clickOn("#rail-DEVICES");
        picture("16-devices");
        assertEquals(2, window.desks().orElseThrow().terminal().journal().counters().identified());
        assertTrue(problems.isEmpty(), () -> String.join("\n", problems));
    }

    private void refusal(String button, String code, String picture) throws IOException {
        robot.clickOn("#identify-next");
        robot.clickOn(button);
        await(() -> text("#identify-stamp").contains(code));
        picture(picture);
    }

    /** Types a code on the on-screen keyboard. */
    private void type(int official, String code) {
        robot.clickOn("#signin-code-" + official);
        for (char character : code.toCharArray()) {
            robot.clickOn("#key-" + character);
        }
    }

    private void await(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> onUi(condition));
        } catch (TimeoutException e) {
            try {
                picture("failed");
            } catch (IOException io) {
                e.addSuppressed(io);
            }
            throw new AssertionError("waited in vain; see target/screens/failed-*", e);
        }
    }

    private static boolean onUi(BooleanSupplier condition) {
        return WaitForAsyncUtils.waitForAsyncFx(
                TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS), condition::getAsBoolean);
    }

    private boolean present(String id) {
        return robot.lookup(id).tryQuery().isPresent();
    }

    private boolean visible(String id) {
        return robot.lookup(id).tryQuery().filter(StationWindowTest::isShown).isPresent();
    }

    private boolean idle(String id) {
        return robot.lookup(id).tryQuery().filter(n -> !n.isDisabled()).isPresent();
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private String text(String id) {
        return robot.lookup(id).tryQueryAs(Labeled.class).map(Labeled::getText).orElse("");
    }

    /** Every language at both sizes; nothing shown may be cut off. */
    private void picture(String name) throws IOException {
        Language before = window.texts().languageProperty().get();
        Files.createDirectories(PICTURES);
        for (int[] size : SIZES) {
            for (Language language : Language.values()) {
                WritableImage image =
                        WaitForAsyncUtils.waitForAsyncFx(
                                TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS),
                                () -> draw(name, language, size));
                write(
                        image,
                        PICTURES.resolve(name + "-" + size[0] + "-" + language.code() + ".png"));
            }
        }
        WaitForAsyncUtils.waitForAsyncFx(
                TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS),
                () -> {
                    window.texts().languageProperty().set(before);
                    resize(SIZES[0]);
                    return true;
                });
    }

    private WritableImage draw(String name, Language language, int[] size) {
        window.texts().languageProperty().set(language);
        resize(size);
        ShellView view = window.view();
        for (Node node : view.lookupAll(".text")) {
            if (node instanceof Text text && text.getText().endsWith("...") && isShown(node)) {
                problems.add(name + " " + language + " cut off: " + text.getText());
            }
        }
        for (Node node : view.lookupAll(".button")) {
            var bounds = view.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
            if (isShown(node)
                    && (bounds.getMaxX() > size[0] + 1 || bounds.getMaxY() > size[1] + 1)) {
                problems.add(name + " " + language + " outside the window: " + node.getId());
            }
        }
        return view.snapshot(null, null);
    }

    private void resize(int[] size) {
        ShellView view = window.view();
        double font = Theme.fontSize(size[0], size[1]);
        view.getStylesheets().setAll(Theme.stylesheets(font));
        view.setStyle(Theme.style(font));
        view.setMinSize(size[0], size[1]);
        view.setMaxSize(size[0], size[1]);
        view.applyCss();
        view.resize(size[0], size[1]);
        view.layout();
    }

    private static void write(WritableImage image, Path file) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        ImageIO.write(copy, "png", file.toFile());
    }
}
