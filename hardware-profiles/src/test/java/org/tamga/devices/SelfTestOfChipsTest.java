package org.tamga.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.devices.KitSettings.Pace;
import org.tamga.devices.KitSettings.Slips;
import org.tamga.devices.ports.Authenticity;
import org.tamga.devices.profile.DeviceClass;
import org.tamga.devices.profile.Kit;
import org.tamga.devices.profile.ProfileCatalogue;
import org.tamga.devices.profile.ProfileReading.Accepted;
import org.tamga.devices.simulator.FingerQueue;
import org.tamga.devices.simulator.TestVisitor;
import org.tamga.devices.simulator.chip.IssuingState;
import org.tamga.devices.simulator.chip.PassportMaker;
import org.tamga.devices.simulator.chip.SimulatedChipReader;
import org.tamga.devices.simulator.chip.SoftPassport;

class SelfTestOfChipsTest {
    @TempDir Path folder;

    @Test
    void a_simulated_document_that_nobody_vouches_for_fails() throws Exception {
        var catalogue = ((Accepted<ProfileCatalogue>) ProfileCatalogue.packaged()).value();
        var only = new Kit.KitDevice("chip-reader/simulated", null, true);
        var kit = new Kit("test", "one device", Map.of(DeviceClass.CHIP_READER, only));
        var settings = new KitSettings(folder, Slips.LAST, new FingerQueue(), Pace.FASTEST);
        try (var open = DeviceKit.open(kit, catalogue, settings)) {
            var reader =
                    (SimulatedChipReader)
                            open.simulation().of(DeviceClass.CHIP_READER).orElseThrow();
            var test =
                    new SelfTest(
                            open,
                            folder,
                            Duration.ofSeconds(60),
                            new SelfTest.Credentials(
                                    Optional.of(TestVisitor.chipAccess()), Optional::empty));
            reader.present();
            assertTrue(test.of(DeviceClass.CHIP_READER).passed());
            reader.lay(stranger());
            assertEquals(
                    new SelfTest.Outcome(
                            DeviceClass.CHIP_READER,
                            false,
                            "not trusted: the signer's authority is not trusted [DV-24]"),
                    test.of(DeviceClass.CHIP_READER));
        }
    }

    @Test
    void a_real_document_may_be_of_a_state_that_is_not_known_here_but_never_altered() {
        assertFalse(
                SelfTest.isDoubted(
                        new Authenticity.Untrusted(Authenticity.Doubt.SIGNER_UNKNOWN, "unknown"),
                        false));
        assertTrue(SelfTest.isDoubted(new Authenticity.Altered("copy"), false));
    }

    private static SoftPassport stranger() {
        var maker = new PassportMaker(new IssuingState("Erewhon", Instant.now().minusSeconds(60)));
        return new SoftPassport(
                maker.make(
                        TestVisitor.mrz(), TestVisitor.face(), SimulatedChipReader.visitorsCard()));
    }
}
