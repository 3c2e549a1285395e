package org.tamga.kiosk.identify;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tamga.election.text.Language;
import org.tamga.kiosk.i18n.Messages;
import org.tamga.matcher.decision.LadderReason;
import org.tamga.matcher.decision.StepEvidence;

@DisplayName("What the member reads of a comparison")
class RefusalWordsTest {

    @Test
    @DisplayName("a likeness of 0.052 is 0.05, and less than nothing is 0.00")
    void likeness() {
        assertTrue(words(52, 347).contains("Likeness of the faces 0.05, needed 0.34"));
        assertTrue(words(-52, 347).contains("0.00, needed"));
        assertTrue(words(700, 347).contains("0.70, needed"));
    }

    @Test
    @DisplayName("nothing is said to be needed where nothing would do")
    void no_threshold() {
        assertFalse(words(410, 0).contains("needed"));
    }

    private static String words(long score, long threshold) {
        StepEvidence step =
                new StepEvidence(
                        StepEvidence.Method.FACE_1_1,
                        0,
                        score,
                        threshold,
                        0,
                        0,
                        0,
                        0.001,
                        Duration.ZERO);
        Ladder ladder =
                new Ladder(LadderReason.FACE_UNLIKE, Optional.empty(), step, Optional.empty());
        return Messages.load().text(Language.EN, new RefusalWords(ZoneOffset.UTC).evidence(ladder));
    }
}
