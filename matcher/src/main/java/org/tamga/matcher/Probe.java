package org.tamga.matcher;

import com.machinezoo.sourceafis.FingerprintMatcher;
import java.util.List;
import org.tamga.matcher.engine.flat.FlatProbe;
import org.tamga.matcher.engine.flat.Minutiae;
import org.tamga.matcher.engine.gallery.Matchers;
import org.tamga.matcher.engine.gallery.SearchProbe;

/**
 * A presented finger, prepared for many comparisons. Preparation costs about 0.3 ms, so make one
 * per capture, never one per comparison. Thread-safe.
 */
public final class Probe {
    private final FingerTemplate template;
    private final SearchProbe search;
    private final Matchers matchers = new Matchers();

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
     * Similarity on the SourceAFIS scale: 0 upwards without bound, not symmetric; bit for bit what
     * SourceAFIS 3.18.1 gives.
     */
    public double score(FingerTemplate candidate) {
        List<Minutiae> sets = candidate.sets();
        return matchers.with(
                matcher -> {
                    double sum = 0;
                    for (int i = 0; i < Math.min(sets.size(), search.sets().size()); i++) {
                        FlatProbe set = search.sets().get(i);
                        sum += matcher.score(set, sets.get(i));
                    }
                    return sum;
                });
    }

    /** How a score came about; much slower than {@link #score}, for the one pair that matters. */
    public MatchExplanation explain(FingerTemplate candidate) {
        return MatchExplanation.of(new FingerprintMatcher(template.stock()), this, candidate);
    }

    SearchProbe search() {
        return search;
    }
}
