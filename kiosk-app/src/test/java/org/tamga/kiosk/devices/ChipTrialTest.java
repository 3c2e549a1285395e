package org.tamga.kiosk.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tamga.devices.ports.Authenticity;
import org.tamga.devices.ports.CameraImage;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.ChipAccess;
import org.tamga.devices.ports.ChipDocument;
import org.tamga.devices.ports.ChipReader;
import org.tamga.devices.ports.ChipReading;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.Presence;
import org.tamga.devices.simulator.SimulatedDocumentReader;
import org.tamga.devices.simulator.SimulatedFault;
import org.tamga.devices.simulator.TestVisitor;

@DisplayName("A chip that is tried")
class ChipTrialTest {

    private final SimulatedDocumentReader documents =
            new SimulatedDocumentReader("document-reader/simulated");
    private final List<Seen> told = new ArrayList<>();

    @Test
    @DisplayName("is opened with the printed lines; only protocol, trust and portrait are shown")
    void read() {
        documents.present();
        CameraImage portrait = CameraImage.of(TestVisitor.face());
        LivePicture picture = new LivePicture();
        Seen seen =
                trial(
                                new ChipReading.Read(
                                        new ChipDocument(
                                                TestVisitor.mrz(),
                                                Optional.of(portrait),
                                                new Authenticity.Genuine("CN=UTO"),
                                                "PACE+CA")))
                        .run(picture, new CancelSignal(), told::add);
        assertEquals(new Seen.Chip("PACE+CA", Seen.Trust.GENUINE), seen);
        assertEquals(List.of(new Seen.LinesRead()), told);
        List<Integer> widths = new ArrayList<>();
        picture.show((width, height, argb) -> widths.add(width));
        assertEquals(List.of(480), widths);
    }

    @Test
    @DisplayName("is not waited for when the printed lines cannot be read")
    void unread() {
        documents.breakWith(SimulatedFault.UNREADABLE);
        Seen seen =
                trial(new ChipReading.Failed(DeviceFault.CARD_REMOVED, "not asked"))
                        .run(new LivePicture(), new CancelSignal(), told::add);
        assertEquals(new Seen.Failed(DeviceFault.UNREADABLE_DOCUMENT), seen);
        assertEquals(List.of(), told);
    }

    private ChipTrial trial(ChipReading answer) {
        return new ChipTrial(documents, new Chips(answer), Duration.ofSeconds(5));
    }

    /** Answers what the test wants when the key is the test visitor's. */
    private record Chips(ChipReading answer) implements ChipReader {
        @Override
        public DeviceInfo info() {
            return new DeviceInfo("x", "chip-reader/x", "X", true);
        }

        @Override
        public Presence presence() {
            return new Presence.Attached();
        }

        @Override
        public ChipReading read(ChipAccess access, Duration timeout, CancelSignal cancel) {
            return access.equals(key())
                    ? answer
                    : new ChipReading.Failed(DeviceFault.ACCESS_REFUSED, "another document");
        }

        private static ChipAccess key() {
            return TestVisitor.chipAccess();
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
