package org.tamga.matcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class FingerVerifierTest {
    private static final Threshold THRESHOLD = Threshold.verification(100);

    @Test
    void anyOfSeveralEnrolledTemplatesMayMatch() {
        Probe probe = Probe.of(new DrawnFinger(1).template(1));
        Verification verification =
                FingerVerifier.verify(
                        probe,
                        List.of(new DrawnFinger(2).template(0), new DrawnFinger(1).template(0)),
                        THRESHOLD);
        assertTrue(verification.accepted(), verification.toString());
        assertEquals(1, verification.bestTemplate());
        assertEquals(2, verification.comparisons());
    }

    @Test
    void anotherPersonsFingerIsRefused() {
        Probe probe = Probe.of(new DrawnFinger(3).template(1));
        assertFalse(
                FingerVerifier.verify(probe, List.of(new DrawnFinger(2).template(0)), THRESHOLD)
                        .accepted());
    }

    @Test
    void moreTemplatesNeedAHigherScore() {
        Probe probe = Probe.of(new DrawnFinger(3).template(1));
        FingerTemplate enrolled = new DrawnFinger(2).template(0);
        assertTrue(
                FingerVerifier.verify(probe, List.of(enrolled, enrolled), THRESHOLD).threshold()
                        > FingerVerifier.verify(probe, List.of(enrolled), THRESHOLD).threshold());
    }

    @Test
    void nobodyIsVerifiedAgainstNothing() {
        Probe probe = Probe.of(new DrawnFinger(3).template(1));
        Verification verification = FingerVerifier.verify(probe, List.of(), Threshold.ofScore(0));
        assertFalse(verification.accepted());
        assertEquals(-1, verification.bestTemplate());
    }

    @Test
    void aMatchExplainsItself() {
        Probe probe = Probe.of(new DrawnFinger(1).template(1));
        FingerTemplate same = new DrawnFinger(1).template(0);
        MatchExplanation explanation = probe.explain(same);
        assertEquals(probe.score(same), explanation.score());
        assertTrue(explanation.pairedFraction() > 0.5, explanation.describe());
        assertTrue(
                probe.explain(new DrawnFinger(2).template(0)).pairedFraction()
                        < explanation.pairedFraction());
    }
}
