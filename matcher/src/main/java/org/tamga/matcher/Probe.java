package org.tamga.matcher;

import com.machinezoo.sourceafis.FingerprintMatcher;

/**
 * A presented finger, prepared for many comparisons. Preparation costs about 2 ms and 2 MB, so make
 * one per capture, never one per comparison. Thread-safe.
 */
public final class Probe {
    private final FingerTemplate template;
    private final FingerprintMatcher matcher;

    private Probe(FingerTemplate template) {
        this.template = template;
        this.matcher = new FingerprintMatcher(template.inner());
    }

    public static Probe of(FingerTemplate template) {
        return new Probe(template);
    }

    public FingerTemplate template() {
        return template;
    }

    /** Similarity on the SourceAFIS scale: 0 upwards without bound, not symmetric. */
    public double score(FingerTemplate candidate) {
        return matcher.match(candidate.inner());
    }

    /** How a score came about; slower than {@link #score}, for the one pair that matters. */
    public MatchExplanation explain(FingerTemplate candidate) {
        return MatchExplanation.of(matcher, this, candidate);
    }
}
