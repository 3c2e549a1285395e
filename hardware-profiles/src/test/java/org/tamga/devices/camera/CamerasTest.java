package org.tamga.devices.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tamga.devices.Leaks;
import org.tamga.devices.camera.mjpeg.MjpegCameras;
import org.tamga.devices.ports.Camera;
import org.tamga.devices.ports.CameraFrame;
import org.tamga.devices.ports.CameraImage;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.Presence;
import org.tamga.devices.simulator.MjpegServer;
import org.tamga.devices.simulator.PictureSequence;
import org.tamga.devices.simulator.SimulatedFault;
import org.tamga.devices.simulator.Simulator;

@DisplayName("A camera")
class CamerasTest {
    private static final CameraSpec SPEC = new CameraSpec(320, 240, 60, 200_000);
    private static final Map<SimulatedFault, DeviceFault> FAULTS =
            Map.of(
                    SimulatedFault.UNPLUGGED, DeviceFault.UNPLUGGED,
                    SimulatedFault.UNPLUGGED_MID_TRANSFER, DeviceFault.UNPLUGGED,
                    SimulatedFault.STUCK, DeviceFault.OFFLINE,
                    SimulatedFault.WRONG_LENGTH, DeviceFault.PROTOCOL_ERROR,
                    SimulatedFault.HUGE_IMAGE, DeviceFault.PROTOCOL_ERROR,
                    SimulatedFault.ENDLESS_REPLY, DeviceFault.PROTOCOL_ERROR,
                    SimulatedFault.BLACK_IMAGE, DeviceFault.BLANK_IMAGE,
                    SimulatedFault.OVEREXPOSED, DeviceFault.OVEREXPOSED,
                    SimulatedFault.FROZEN, DeviceFault.FROZEN);

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir Path folder;

    private static DeviceInfo info(String at) {
        return new DeviceInfo(at, "camera/test", "test", true);
    }

    private static Optional<DeviceFault> look(Camera camera) {
        CameraFrame frame = camera.next(LONG, new CancelSignal());
        return switch (frame) {
            case CameraFrame.Failed(DeviceFault fault, String detail) -> Optional.of(fault);
            case CameraFrame.Captured(CameraImage image) -> {
                image.close();
                yield Optional.empty();
            }
        };
    }

    private static void plays(Simulator simulator, Camera camera, SimulatedFault fault) {
        assertEquals(Optional.empty(), look(camera), "before");
        simulator.breakWith(fault);
        // What was on its way when the fault came may still arrive.
        Optional<DeviceFault> seen = look(camera);
        for (int i = 0; i < 3 && seen.isEmpty() && FAULTS.containsKey(fault); i++) {
            seen = look(camera);
        }
        assertEquals(Optional.ofNullable(FAULTS.get(fault)), seen);
        simulator.repair();
        assertEquals(Optional.empty(), look(camera), "after");
    }

    @ParameterizedTest(name = "over HTTP answers {0} with its code and works again")
    @EnumSource(
            names = {
                "UNPLUGGED",
                "UNPLUGGED_MID_TRANSFER",
                "STUCK",
                "SLOW",
                "NOISE",
                "WRONG_LENGTH",
                "HUGE_IMAGE",
                "ENDLESS_REPLY",
                "BLACK_IMAGE",
                "OVEREXPOSED",
                "FROZEN"
            })
    void over_http(SimulatedFault fault) throws IOException {
        try (MjpegServer server = new MjpegServer(SPEC);
                Camera camera = MjpegCameras.open(info(server.at()), server.at(), SPEC)) {
            plays(server, camera, fault);
        }
    }

    @ParameterizedTest(name = "of numbered pictures answers {0} with its code and works again")
    @EnumSource(names = {"UNPLUGGED", "BLACK_IMAGE", "OVEREXPOSED", "FROZEN"})
    void of_pictures(SimulatedFault fault) throws IOException {
        try (PictureSequence pictures = new PictureSequence(SPEC, folder);
                Camera camera = Cameras.video(info("p"), pictures.at(), SPEC)) {
            plays(pictures, camera, fault);
        }
    }

    @Test
    void shows_what_is_before_it_and_says_whether_it_is_there() throws IOException {
        try (MjpegServer server = new MjpegServer(SPEC);
                Camera camera = MjpegCameras.open(info(server.at()), server.at(), SPEC)) {
            assertInstanceOf(Presence.Attached.class, camera.presence());
            server.present();
            Set<Integer> colours = new HashSet<>();
            CameraFrame frame = camera.next(LONG, new CancelSignal());
            try (var image = assertInstanceOf(CameraFrame.Captured.class, frame).image()) {
                assertEquals(List.of(320, 240), List.of(image.width(), image.height()));
                var picture = image.toBufferedImage();
                for (int x = 0; x < 320; x++) {
                    colours.add(picture.getRGB(x, 120));
                }
            }
            assertTrue(colours.size() > 50, () -> "colours " + colours.size());
            server.breakWith(SimulatedFault.UNPLUGGED);
            assertInstanceOf(Presence.Absent.class, camera.presence());
        }
    }

    @Test
    void is_not_waited_for_after_a_cancellation() throws IOException {
        try (MjpegServer server = new MjpegServer(SPEC);
                Camera camera = MjpegCameras.open(info(server.at()), server.at(), SPEC)) {
            assertEquals(Optional.empty(), look(camera));
            server.breakWith(SimulatedFault.STUCK);
            CancelSignal cancel = new CancelSignal();
            Thread other =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        cancel.await(Duration.ofMillis(200));
                                        cancel.cancel();
                                    });
            CameraFrame frame;
            do {
                frame = camera.next(Duration.ofMinutes(1), cancel);
            } while (frame instanceof CameraFrame.Captured);
            assertEquals(
                    DeviceFault.CANCELLED,
                    assertInstanceOf(CameraFrame.Failed.class, frame).fault());
            assertTrue(!other.isAlive() || cancel.isCancelled());
        }
    }

    @Test
    void leaves_nothing_behind_in_two_hundred_uses() throws Exception {
        try (MjpegServer server = new MjpegServer(SPEC)) {
            // A picture takes 225 kB.
            Leaks.none(
                    200,
                    64,
                    () -> {
                        try (Camera camera =
                                MjpegCameras.open(info(server.at()), server.at(), SPEC)) {
                            assertEquals(Optional.empty(), look(camera));
                        }
                    });
        }
    }

    @Test
    void of_pictures_leaves_nothing_behind_in_two_hundred_uses_with_changing_faults()
            throws Exception {
        CameraSpec small = new CameraSpec(160, 120, 60, 200_000);
        List<SimulatedFault> faults =
                List.of(
                        SimulatedFault.UNPLUGGED,
                        SimulatedFault.BLACK_IMAGE,
                        SimulatedFault.FROZEN,
                        SimulatedFault.OVEREXPOSED);
        int[] round = {0};
        try (PictureSequence pictures = new PictureSequence(small, folder)) {
            Leaks.none(
                    200,
                    64,
                    () -> {
                        boolean whole = round[0] % 10 == 0;
                        if (round[0] % 10 == 1) {
                            pictures.breakWith(faults.get(round[0] / 10 % faults.size()));
                        } else if (whole) {
                            pictures.repair();
                        }
                        round[0]++;
                        // A fault that is judged by several pictures may end in the time limit.
                        Duration patience = whole ? LONG : Duration.ofMillis(20);
                        try (Camera camera = Cameras.video(info("p"), pictures.at(), small)) {
                            CameraFrame frame = camera.next(patience, new CancelSignal());
                            assertEquals(whole, frame instanceof CameraFrame.Captured);
                            if (frame instanceof CameraFrame.Captured(CameraImage image)) {
                                image.close();
                            }
                        }
                    });
        }
    }

    @Test
    void is_refused_at_addresses_outside_of_private_networks() {
        for (String url :
                List.of(
                        "http://8.8.8.8/video",
                        "http://camera.example/video",
                        "https://127.0.0.1/video",
                        "http://user:secret@127.0.0.1/video",
                        "file:///etc/passwd")) {
            try (Camera camera = MjpegCameras.open(info("x"), url, SPEC)) {
                assertEquals(Optional.of(DeviceFault.NOT_FOUND), look(camera), url);
                assertInstanceOf(Presence.Absent.class, camera.presence(), url);
            }
        }
    }

    @Test
    void that_is_not_there_is_not_found() {
        try (Camera nothing = Cameras.video(info("n"), "/dev/video-none", SPEC)) {
            assertEquals(Optional.of(DeviceFault.NOT_FOUND), look(nothing));
        }
    }
}
