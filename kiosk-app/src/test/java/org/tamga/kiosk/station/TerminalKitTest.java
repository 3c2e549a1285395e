package org.tamga.kiosk.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tamga.devices.KitSettings;
import org.tamga.devices.Simulators;
import org.tamga.devices.profile.DeviceProfile;
import org.tamga.devices.profile.ProfileCatalogue;
import org.tamga.devices.profile.ProfileReading;
import org.tamga.devices.simulator.FingerQueue;
import org.tamga.election.definition.ElectionKind;
import org.tamga.election.definition.ElectionPackage;

@DisplayName("A terminal's kit")
class TerminalKitTest {

    @TempDir Path folder;
    private LockedTerminal demo;
    private LockedTerminal real;

    @BeforeEach
    void setUp() {
        demo =
                TestKit.create(folder.resolve("kit"), 1)
                        .setUp(folder.resolve("home"), Clock.systemUTC());
        real =
                new LockedTerminal(
                        demo.home(),
                        demo.config(),
                        real(demo.electionPackage()),
                        demo.packageHash(),
                        demo.station());
    }

    @Test
    @DisplayName("of simulators opens for a demonstration and says what it is")
    void simulators() {
        try (var kit = opened("demo", demo)) {
            assertTrue(kit.devices().simulated());
            assertTrue(kit.devices().simulation().fingerScanner().isPresent());
        }
    }

    @Test
    @DisplayName("of simulators is refused in a real election, with their names")
    void realElection() {
        var refused = assertInstanceOf(TerminalKit.Refused.class, TerminalKit.open("demo", real));
        assertEquals("KA-04", refused.code());
        assertTrue(refused.detail().contains("finger-scanner/simulated"), refused.detail());
    }

    @ParameterizedTest
    @ValueSource(strings = {", simulated: true", ""})
    @DisplayName("with a simulator at a device's place is refused in a real election")
    void simulatorAtAPlace(String said) throws IOException {
        try (var simulator =
                Simulators.start(scanner(), new KitSettings(folder, new FingerQueue()))) {
            Path kit = folder.resolve("kit.yaml");
            Files.writeString(
                    kit,
                    "kit: k%nnote: n%ndevices:%n  finger-scanner: {profile: %s, at: \"%s\"%s}%n"
                            .formatted(scanner().profile(), simulator.at(), said));
            var refused =
                    assertInstanceOf(
                            TerminalKit.Refused.class, TerminalKit.open(kit.toString(), real));
            assertEquals("KA-04", refused.code());
            try (var rehearsal = opened(kit.toString(), demo)) {
                assertTrue(rehearsal.devices().simulated());
            }
        }
    }

    private static DeviceProfile scanner() {
        return switch (ProfileCatalogue.packaged()) {
            case ProfileReading.Accepted<ProfileCatalogue>(var catalogue) ->
                    catalogue.find("finger-scanner/zfm-20").orElseThrow();
            case ProfileReading.Refused<ProfileCatalogue>(var problems) ->
                    throw new AssertionError(problems);
        };
    }

    @Test
    @DisplayName("of real devices opens in a real election though none is attached")
    void serial() {
        try (var kit = opened("serial", real)) {
            assertFalse(kit.devices().simulated());
        }
    }

    @Test
    @DisplayName(
            "with a scanner that needs better images asks for them, whatever the package allows")
    void qualityFloor() {
        try (var serial = opened("serial", real)) {
            var scanner = serial.devices().fingerScanner();
            assertEquals(20, scanner.qualityFloor());
            assertEquals(20, StationDesks.qualityFloor(10, scanner));
            assertEquals(40, StationDesks.qualityFloor(40, scanner));
        }
    }

    private static TerminalKit opened(String kit, LockedTerminal terminal) {
        return assertInstanceOf(TerminalKit.Opened.class, TerminalKit.open(kit, terminal)).kit();
    }

    private static ElectionPackage real(ElectionPackage p) {
        return new ElectionPackage(
                p.formatVersion(),
                p.electionId(),
                p.packageVersion(),
                ElectionKind.REAL,
                p.title(),
                p.electionDay(),
                p.validFrom(),
                p.validUntil(),
                p.timeZone(),
                p.contests(),
                p.ballotStyles(),
                p.stations(),
                p.protocolForm(),
                p.policies(),
                p.ballotKeys(),
                p.cardPublicKey());
    }
}
