package org.tamga.kiosk.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.devices.ports.Authenticity;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.CaptureRequest;
import org.tamga.devices.ports.ChipReading;
import org.tamga.devices.ports.DocumentContent;
import org.tamga.devices.ports.DocumentReading;
import org.tamga.devices.ports.FingerCapture;
import org.tamga.devices.simulator.people.SyntheticPerson;
import org.tamga.kiosk.identify.SimulatedVoters.Presentation;
import org.tamga.kiosk.station.SimulatedKit;
import org.tamga.matcher.FingerQuality;
import org.tamga.matcher.GrayImage;

@DisplayName("Drawn people at the operator's table")
class SyntheticVotersTest {

    /** The floor of the sample election. */
    private static final int FLOOR = 30;

    @TempDir Path folder;

    @Test
    @DisplayName("have a wet finger too poor to read, and the next one is good again")
    void wetFinger() {
        SimulatedKit devices = SimulatedKit.in(folder);
        SyntheticVoters voters = voters(devices);
        voters.present(Presentation.NEXT_VOTER);
        voters.present(Presentation.WET_FINGER);
        assertTrue(quality(devices) < FLOOR);
        voters.present(Presentation.NEXT_VOTER);
        assertTrue(quality(devices) > 2 * FLOOR);
    }

    @Test
    @DisplayName("name their number when they are asked to")
    void claimed() {
        SimulatedKit devices = SimulatedKit.in(folder);
        assertEquals(
                Optional.of(SyntheticPerson.of(1, 0).personalNumber()),
                voters(devices).present(Presentation.CLAIMED));
    }

    @Test
    @DisplayName("lay their card on both readers where the kit has them")
    void card() {
        SimulatedKit devices = SimulatedKit.in(folder);
        var voters =
                new SyntheticVoters(
                        1,
                        20,
                        devices.fingers(),
                        devices.camera()::look,
                        DrawnDocuments.of(devices.kit().simulation()));
        assertEquals(Optional.empty(), voters.present(Presentation.CLAIMED));
        Duration soon = Duration.ofMinutes(1);
        var read =
                assertInstanceOf(
                        DocumentReading.Read.class,
                        devices.kit().documentReader().read(soon, new CancelSignal()));
        var zone = assertInstanceOf(DocumentContent.Mrz.class, read.content());
        assertEquals(
                Optional.of(SyntheticPerson.of(1, 0).personalNumber()),
                zone.document().personalNumber());
        var chip =
                devices.kit()
                        .chipReader()
                        .read(zone.chipAccess().orElseThrow(), soon, new CancelSignal());
        try (var document = assertInstanceOf(ChipReading.Read.class, chip).document()) {
            assertInstanceOf(Authenticity.Genuine.class, document.authenticity());
        }
        devices.kit().close();
    }

    private static SyntheticVoters voters(SimulatedKit devices) {
        return new SyntheticVoters(
                1, 20, devices.fingers(), devices.camera()::look, Optional.empty());
    }

    private static int quality(SimulatedKit devices) {
        var request = new CaptureRequest(Duration.ofSeconds(10));
        var captured =
                assertInstanceOf(
                        FingerCapture.Captured.class,
                        devices.scanner().capture(request, new CancelSignal()));
        try (var finger = captured.image();
                var image =
                        new GrayImage(
                                finger.width(),
                                finger.height(),
                                finger.dpi(),
                                finger.copyOfPixels())) {
            return FingerQuality.of(image).score();
        }
    }
}
