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
    void theScoreIsTheSameInBothDirections() {
        FingerTemplate a = new DrawnFinger(1).template(1);
        FingerTemplate b = new DrawnFinger(1).template(0);
        double score = FingerVerifier.verify(Probe.of(a), List.of(b), THRESHOLD).score();
        assertEquals(FingerVerifier.verify(Probe.of(b), List.of(a), THRESHOLD).score(), score);
        assertEquals((Probe.of(a).score(b) + Probe.of(b).score(a)) / 2, score, 1e-9);
    }

    @Test
    void theRateOfTheBestOfSeveralIsNotThatOfOne() {
        Probe probe = Probe.of(new DrawnFinger(1).template(1));
        FingerTemplate same = new DrawnFinger(1).template(0);
        Verification one = FingerVerifier.verify(probe, List.of(same), THRESHOLD);
        Verification three = FingerVerifier.verify(probe, List.of(same, same, same), THRESHOLD);
        assertEquals(3 * one.falseMatchRate(), three.falseMatchRate(), 1e-12);
        assertEquals(one.log10LikelihoodRatio(), three.log10LikelihoodRatio(), 1e-9);
        assertTrue(one.falseMatchRate() < 1e-4 && one.log10LikelihoodRatio() > 2, one.toString());
    }

    @Test
    void noRateIsStatedThatWasNotMeasured() {
        Probe probe = Probe.of(new DrawnFinger(1).template(1));
        Verification same =
                FingerVerifier.verify(probe, List.of(new DrawnFinger(1).template(0)), THRESHOLD);
        assertEquals(1.0 / 27_840, same.falseMatchRate(), 1e-12);
        assertTrue(same.beyondMeasured(), same.toString());
        Verification other =
                FingerVerifier.verify(probe, List.of(new DrawnFinger(2).template(0)), THRESHOLD);
        assertTrue(other.falseMatchRate() > 1e-3, other.toString());
        assertFalse(other.beyondMeasured(), other.toString());
    }

    @Test
    void otherFingersDiluteTheLikelihoodRatio() {
        Probe probe = Probe.of(new DrawnFinger(1).template(1));
        FingerTemplate same = new DrawnFinger(1).template(0);
        FingerTemplate other = new DrawnFinger(2).template(0);
        double one = FingerVerifier.verify(probe, List.of(same), THRESHOLD).log10LikelihoodRatio();
        double two =
                FingerVerifier.verify(probe, List.of(same, other), THRESHOLD)
                        .log10LikelihoodRatio();
        assertEquals(one - Math.log10(2), two, 0.01);
    }

    @Test
    void aNamedFingerIsComparedWithThatFingerOnly() {
        Probe probe = Probe.of(new DrawnFinger(1).template(1));
        var index =
                new FingerImpression(FingerPosition.RIGHT_INDEX, new DrawnFinger(1).template(0));
        var thumb =
                new FingerImpression(FingerPosition.RIGHT_THUMB, new DrawnFinger(2).template(0));
        var enrolled = List.of(thumb, index);
        Verification named =
                FingerVerifier.verify(probe, FingerPosition.RIGHT_INDEX, enrolled, THRESHOLD);
        assertTrue(named.accepted(), named.toString());
        assertEquals(1, named.comparisons());
        assertEquals(1, named.bestTemplate());
        assertFalse(
                FingerVerifier.verify(probe, FingerPosition.RIGHT_THUMB, enrolled, THRESHOLD)
                        .accepted());
        assertEquals(
                2,
                FingerVerifier.verify(probe, FingerPosition.UNKNOWN, enrolled, THRESHOLD)
                        .comparisons());
        Verification nothing =
                FingerVerifier.verify(probe, FingerPosition.LEFT_RING, enrolled, THRESHOLD);
        assertFalse(nothing.accepted());
        assertEquals(0, nothing.comparisons());
    }

    @Test
    void aMatchExplainsItself() {
        Probe probe = Probe.of(new DrawnFinger(1).template(1));
        FingerTemplate same = new DrawnFinger(1).template(0);
        MatchExplanation explanation = probe.explain(same);
        assertEquals(probe.score(same), explanation.directedScore());
        assertTrue(explanation.pairedFraction() > 0.5, explanation.toString());
        assertTrue(
                probe.explain(new DrawnFinger(2).template(0)).pairedFraction()
                        < explanation.pairedFraction());
    }
}
