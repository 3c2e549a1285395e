package org.tamga.kiosk.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tamga.election.checkin.RefusalReason;

@DisplayName("The ladder of a failing finger")
class FingerLadderTest {

    private static final int ATTEMPTS = 3;

    @Test
    @DisplayName("leads from the same finger over another one and the number to the chair")
    void poorImages() {
        assertEquals(
                List.of(
                        "AGAIN",
                        "AGAIN",
                        "NEXT_FINGER",
                        "NEXT_FINGER",
                        "NEXT_FINGER",
                        "NUMBER",
                        "NUMBER",
                        "NUMBER",
                        "CHAIR",
                        "CHAIR"),
                rungs(RefusalReason.POOR_IMAGE, 10, false));
    }

    @Test
    @DisplayName("does not repeat a good image that matched nothing")
    void noMatch() {
        assertEquals(
                List.of("NEXT_FINGER", "NEXT_FINGER", "NEXT_FINGER", "NUMBER"),
                rungs(RefusalReason.NO_MATCH, 4, false));
    }

    @Test
    @DisplayName("does not ask twice for the number")
    void numbered() {
        assertEquals(
                List.of("NEXT_FINGER", "NEXT_FINGER", "NEXT_FINGER", "CHAIR"),
                rungs(RefusalReason.FINGER_NOT_OF_CLAIMED_PERSON, 4, true));
        assertEquals(List.of("NUMBER"), rungs(RefusalReason.AMBIGUOUS, 1, false));
    }

    @Test
    @DisplayName("is not climbed by whom the finger was read of")
    void notTheFinger() {
        assertEquals(
                Optional.empty(),
                FingerLadder.rung(RefusalReason.ALREADY_IDENTIFIED_HERE, 1, ATTEMPTS, false));
    }

    private static List<String> rungs(RefusalReason reason, int failures, boolean numbered) {
        return IntStream.rangeClosed(1, failures)
                .mapToObj(n -> FingerLadder.rung(reason, n, ATTEMPTS, numbered).orElseThrow())
                .map(Enum::name)
                .toList();
    }
}
