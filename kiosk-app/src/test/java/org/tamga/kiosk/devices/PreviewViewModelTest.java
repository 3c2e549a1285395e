package org.tamga.kiosk.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.devices.ports.CameraFrame;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.profile.DeviceClass;
import org.tamga.devices.simulator.SimulatedFault;
import org.tamga.election.text.Language;
import org.tamga.kiosk.i18n.Messages;
import org.tamga.kiosk.shell.UiThreads;
import org.tamga.kiosk.station.SimulatedKit;
import org.tamga.kiosk.station.StationTerminal;
import org.tamga.kiosk.station.TestKit;
import org.tamga.kiosk.station.Unlocking;

@DisplayName("A preview")
class PreviewViewModelTest {

    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir static Path folder;
    private static TestKit testKit;

    @TempDir Path home;
    private final ExecutorService ui = Executors.newSingleThreadExecutor();
    private SimulatedKit devices;
    private StationTerminal terminal;
    private DeviceDesk desk;
    private Trials trials;
    private PreviewViewModel preview;

    @BeforeAll
    static void provision() {
        testKit = TestKit.create(folder.resolve("kit"), 3);
    }

    @BeforeEach
    void unlock() {
        var locked = testKit.setUp(home, CLOCK);
        devices = SimulatedKit.in(home);
        terminal =
                ((Unlocking.Unlocked<StationTerminal>)
                                StationTerminal.unlock(locked, TestKit.codes(2), CLOCK))
                        .terminal();
        desk = new DeviceDesk(devices.kit(), terminal.journal(), CLOCK);
        TestPrints prints =
                new TestPrints(
                        TestKit.TERMINAL,
                        ZoneOffset.UTC,
                        Messages.load(),
                        () -> Language.KY,
                        CLOCK);
        trials = new Trials(devices.kit(), prints);
        preview = preview(PreviewViewModel.PICTURE_STAYS);
    }

    private PreviewViewModel preview(Duration pictureStays) {
        return new PreviewViewModel(
                desk, trials, new UiThreads(Thread::startVirtualThread, ui), pictureStays);
    }

    @AfterEach
    void close() throws Exception {
        on(preview::stop);
        ui.shutdown();
        terminal.close();
        devices.kit().close();
    }

    @Test
    @DisplayName("shows a finger with its size, and wipes it when it ends")
    void finger() throws Exception {
        devices.scanner().present();
        on(() -> preview.begin(DeviceClass.FINGER_SCANNER));
        Seen.Finger finger = assertInstanceOf(Seen.Finger.class, awaitSeen(seen -> true));
        assertEquals(500, finger.dpi());
        LivePicture picture = preview.picture();
        AtomicReference<int[]> shown = new AtomicReference<>(new int[0]);
        picture.show((width, height, argb) -> shown.set(argb));
        assertEquals(finger.width() * finger.height(), shown.get().length);
        assertTrue(Arrays.stream(shown.get()).anyMatch(pixel -> pixel != 0));
        on(preview::stop);
        assertTrue(Arrays.stream(shown.get()).allMatch(pixel -> pixel == 0), "wiped");
        assertEquals(Optional.empty(), ask(() -> preview.seenProperty().get()));
    }

    @Test
    @DisplayName("of a finger is wiped when its time is over, and says still what was seen")
    void fingerForgotten() throws Exception {
        preview = preview(Duration.ofMillis(200));
        CountDownLatch wiped = new CountDownLatch(1);
        on(
                () ->
                        preview.picturesProperty()
                                .subscribe(
                                        () -> {
                                            boolean seen = preview.seenProperty().get().isPresent();
                                            if (seen && isBlank(preview.picture())) {
                                                wiped.countDown();
                                            }
                                        }));
        devices.scanner().present();
        on(() -> preview.begin(DeviceClass.FINGER_SCANNER));
        wiped.await();
        assertInstanceOf(Seen.Finger.class, ask(() -> preview.seenProperty().get()).orElseThrow());
    }

    private static boolean isBlank(LivePicture picture) {
        boolean[] painted = new boolean[1];
        picture.show((width, height, argb) -> painted[0] = true);
        return !painted[0];
    }

    @Test
    @DisplayName("of a camera goes on through faults, and lets the camera go when it ends")
    void camera() throws Exception {
        devices.camera().script().once(SimulatedFault.UNPLUGGED);
        on(() -> preview.begin(DeviceClass.CAMERA));
        awaitSeen(seen -> seen.equals(new Seen.Failed(DeviceFault.UNPLUGGED)));
        awaitSeen(seen -> seen instanceof Seen.Frame);
        assertEquals(
                DeviceFault.UNPLUGGED,
                desk.state(DeviceClass.CAMERA).trouble().orElseThrow().fault());
        devices.camera().breakWith(SimulatedFault.STUCK);
        on(preview::stop);
        devices.camera().repair();
        var next = devices.kit().camera().next(Duration.ofSeconds(9), new CancelSignal());
        assertInstanceOf(CameraFrame.Captured.class, next).image().close();
    }

    @Test
    @DisplayName("of a stuck scanner ends at once, and the next device answers")
    void stuck() throws Exception {
        devices.scanner().breakWith(SimulatedFault.STUCK);
        on(() -> preview.begin(DeviceClass.FINGER_SCANNER));
        assertTrue(ask(() -> preview.workingProperty().get()));
        on(() -> preview.begin(DeviceClass.RECEIPT_PRINTER));
        assertEquals(new Seen.Printed(), awaitSeen(seen -> true));
        devices.scanner().repair();
        devices.scanner().present();
        on(() -> preview.begin(DeviceClass.FINGER_SCANNER));
        assertInstanceOf(Seen.Finger.class, awaitSeen(seen -> true));
    }

    @Test
    @DisplayName("of a document tells its lines and nothing of the person")
    void document() throws Exception {
        devices.kit().simulation().documentReader().orElseThrow().present();
        on(() -> preview.begin(DeviceClass.DOCUMENT_READER));
        Seen seen = awaitSeen(any -> true);
        assertEquals(new Seen.Document(3, Seen.Zone.VALID), seen);
    }

    @Test
    @DisplayName("prints a test slip and a test page that say that they are tests")
    void prints() throws Exception {
        on(() -> preview.begin(DeviceClass.RECEIPT_PRINTER));
        assertEquals(new Seen.Printed(), awaitSeen(any -> true));
        on(() -> preview.begin(DeviceClass.PAGE_PRINTER));
        assertEquals(new Seen.Printed(), awaitSeen(any -> true));
        Files.createDirectories(Path.of("target/slips"));
        Files.copy(
                home.resolve("slips/0001.png"),
                Path.of("target/slips/test.png"),
                StandardCopyOption.REPLACE_EXISTING);
        try (var document = Loader.loadPDF(home.resolve("pages/0001-self-test.pdf").toFile())) {
            assertEquals(PDRectangle.A4.getHeight(), document.getPage(0).getMediaBox().getHeight());
            assertTrue(new PDFTextStripper().getText(document).contains("СЫНАК · талон эмес"));
        }
    }

    private Seen awaitSeen(Predicate<Seen> wanted) throws Exception {
        CompletableFuture<Seen> found = new CompletableFuture<>();
        on(
                () ->
                        preview.seenProperty()
                                .subscribe(seen -> seen.filter(wanted).ifPresent(found::complete)));
        return found.get();
    }

    private void on(Runnable action) throws Exception {
        ui.submit(action).get();
    }

    private <T> T ask(Callable<T> question) throws Exception {
        return ui.submit(question).get();
    }
}
