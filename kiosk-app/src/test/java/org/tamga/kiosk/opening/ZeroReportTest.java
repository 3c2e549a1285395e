package org.tamga.kiosk.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.profile.DeviceClass;
import org.tamga.election.journal.StationCounters;
import org.tamga.election.text.Language;
import org.tamga.kiosk.devices.DeviceState;
import org.tamga.kiosk.devices.TestRecord;
import org.tamga.kiosk.devices.TestRecord.Verdict;
import org.tamga.kiosk.i18n.Messages;
import org.tamga.kiosk.slip.Slip;
import org.tamga.kiosk.slip.SlipRaster;
import org.tamga.kiosk.station.LockedTerminal;
import org.tamga.kiosk.station.TestKit;

@DisplayName("The zero report")
class ZeroReportTest {

    private static final Clock MORNING =
            Clock.fixed(Instant.parse("2026-11-22T01:05:00Z"), ZoneOffset.UTC);

    @TempDir static Path folder;
    private static LockedTerminal locked;

    @BeforeAll
    static void provision() {
        locked =
                TestKit.create(folder.resolve("kit"), 3)
                        .setUp(folder.resolve("home"), Clock.systemUTC());
    }

    @Test
    @DisplayName("lists every device of the kit with the result of its last test and when it was")
    void devices() {
        Map<String, String> pairs =
                slip(Language.EN).parts().stream()
                        .filter(Slip.Pair.class::isInstance)
                        .map(Slip.Pair.class::cast)
                        .collect(Collectors.toMap(Slip.Pair::label, Slip.Pair::value));
        assertEquals("passed 07:01", pairs.get("Finger scanner"));
        assertEquals("DV-26 07:02", pairs.get("Camera"));
        assertEquals("does not work 07:03", pairs.get("Slip printer"));
        assertEquals("attached, not tried 07:04", pairs.get("Page printer"));
        assertEquals("–", pairs.get("Power supply"));
        assertTrue(pairs.values().stream().noneMatch("DV-19"::equals));
    }

    @ParameterizedTest(name = "fits on narrow and wide paper in {0}")
    @EnumSource(Language.class)
    void drawn(Language language) throws IOException {
        Files.createDirectories(Path.of("target/slips"));
        for (int dots : List.of(384, 576)) {
            var image = SlipRaster.draw(slip(language), dots);
            assertEquals(dots, image.getWidth());
            String name = "zero-" + dots + "-" + language.code() + ".png";
            ImageIO.write(image, "png", Path.of("target/slips", name).toFile());
        }
    }

    private Slip slip(Language language) {
        ZeroReport report =
                new ZeroReport(
                        locked.electionPackage(),
                        locked.station(),
                        TestKit.TERMINAL,
                        Messages.load(),
                        () -> language,
                        MORNING);
        return report.slip(
                StationCounters.of(List.of()),
                "3",
                List.of(
                        tested(DeviceClass.FINGER_SCANNER, 1, Verdict.PASSED, Optional.empty()),
                        tested(
                                DeviceClass.CAMERA,
                                2,
                                Verdict.FAILED,
                                Optional.of(DeviceFault.FROZEN)),
                        tested(DeviceClass.RECEIPT_PRINTER, 3, Verdict.REJECTED, Optional.empty()),
                        tested(DeviceClass.PAGE_PRINTER, 4, Verdict.PRESENT, Optional.empty()),
                        new DeviceState(
                                DeviceClass.POWER_SUPPLY,
                                info(DeviceClass.POWER_SUPPLY),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())));
    }

    private static DeviceState tested(
            DeviceClass device, int minute, Verdict verdict, Optional<DeviceFault> fault) {
        Instant at = Instant.parse("2026-11-22T01:00:00Z").plusSeconds(60L * minute);
        return new DeviceState(
                device,
                info(device),
                Optional.empty(),
                Optional.of(new TestRecord(verdict, fault, at)),
                Optional.empty());
    }

    private static DeviceInfo info(DeviceClass device) {
        return new DeviceInfo("x", device.label() + "/x", "X", false);
    }
}
