package org.tamga.kiosk.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.definition.PackageOpening;
import org.tamga.election.definition.PackageRefusal;
import org.tamga.kiosk.ballot.BoothTerminal;
import org.tamga.kiosk.fixture.TestStation;

@DisplayName("Another package that the centre signed, in the place of the accepted one")
class PackageReplacedTest {
    @TempDir Path fanother;
    private TestStation station;

    @BeforeEach
    void provision() {
        station = TestStation.create(fanother);
    }

    @Test
    @DisplayName("is refused when the terminals are unlocked, and the own one opens again")
    void refusedAtUnlocking() {
        ElectionPackage accepted = station.lockedBooth().electionPackage();
        station.replacePackage(PackageReplacedTest::another);
        assertEquals(
                new Unlocking.Refused<StationTerminal>("EP-07"),
                StationTerminal.unlock(
                        station.lockedOperator(), TestStation.codes(), TestStation.CLOCK));
        assertEquals(
                new Unlocking.Refused<BoothTerminal>("EP-07"),
                BoothTerminal.unlock(
                        station.lockedBooth(), TestStation.codes(), TestStation.CLOCK));
        station.replacePackage(_ -> accepted);
        station.operator().close();
        station.booth().close();
    }

    @Test
    @DisplayName(
            "is refused by the check before opening, and the hash stays that of the one in use")
    void refusedAfterTheStart() {
        LockedTerminal locked = station.lockedOperator();
        try (StationTerminal terminal = station.operator()) {
            station.replacePackage(PackageReplacedTest::another);
            assertEquals(locked.packageHash(), terminal.packageHash());
        }
        PackageOpening.Refused refused =
                assertInstanceOf(
                        PackageOpening.Refused.class, locked.reopenPackage(TestStation.CLOCK));
        assertEquals(PackageRefusal.REPLACED, refused.reason());
    }

    private static ElectionPackage another(ElectionPackage now) {
        return new ElectionPackage(
                now.formatVersion(),
                now.electionId(),
                now.packageVersion() + 1,
                now.kind(),
                now.title(),
                now.electionDay(),
                now.validFrom(),
                now.validUntil(),
                now.timeZone(),
                now.contests(),
                now.ballotStyles(),
                now.stations(),
                now.protocolForm(),
                now.policies(),
                now.ballotKeys(),
                now.cardPublicKey());
    }
}
