package org.tamga.matcher;

import java.util.List;
import org.tamga.matcher.engine.MinutiaeSet;
import org.tamga.matcher.engine.gallery.Matchers;
import org.tamga.matcher.engine.gallery.SearchProbe;

/**
 * A presented finger, prepared for many comparisons. Preparation costs about 0.3 ms a minutiae set,
 * so make one per capture, never one per comparison. Thread-safe.
 */
public final class Probe {
    private final FingerTemplate template;
    private final SearchProbe search;

    private Probe(FingerTemplate template) {
        this.template = template;
        this.search = new SearchProbe(template.sets());
    }

    public static Probe of(FingerTemplate template) {
        return new Probe(template);
    }

    public FingerTemplate template() {
        return template;
    }

    /**
     * Similarity on the SourceAFIS scale, 0 upwards without bound, not symmetric: the mean over the
     * kinds of minutiae that both have of what SourceAFIS 3.18.1 gives, bit for bit. Where the
     * kinds have nothing in common (templates of different ages), the first set of each is
     * compared.
     */
    public double score(FingerTemplate candidate) {
        List<MinutiaeSet> sets = candidate.sets();
        return Matchers.SHARED.with(
                matcher ->
                        search.score(
                                sets,
                                (ours, other) ->
                                        matcher.score(
                                                search.prepared(ours),
                                                sets.get(other).minutiae())));
    }

    /**
     * The mean of both directions: a little more exact, at the price of preparing the candidate
     * too. For 1:1.
     */
    public double symmetricScore(FingerTemplate candidate) {
        return symmetricScore(Probe.of(candidate));
    }

    /** The same with a candidate that is prepared already. */
    public double symmetricScore(Probe candidate) {
        return (score(candidate.template) + candidate.score(template)) / 2;
    }

    /** How a score came about; much slower than {@link #score}, for the one pair that matters. */
    public MatchExplanation explain(FingerTemplate candidate) {
        return MinutiaPairing.of(this, candidate).explanation();
    }

    SearchProbe search() {
        return search;
    }
}
