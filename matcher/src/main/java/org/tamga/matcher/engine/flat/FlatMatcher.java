package org.tamga.matcher.engine.flat;

/**
 * Compares a probe with candidates. Holds working memory, one for each thread, used again and
 * again: some 90 KB as long as prints have up to 64 minutiae, 0.9 MB once it compared two of 255.
 */
public final class FlatMatcher {
    private final Stars candidateStars = new Stars();
    private final Roots roots;
    private final StarMatches matches;
    private final Alignment alignment;

    public FlatMatcher() {
        this(Kernel.CHOSEN);
    }

    FlatMatcher(Kernel kernel) {
        EdgeKernel edges = kernel.edges();
        roots = new Roots(edges);
        matches = new StarMatches(edges);
        alignment = new Alignment(matches);
    }

    /** The score that SourceAFIS 3.18.1 gives, bit for bit. */
    public double score(FlatProbe probe, Minutiae candidate) {
        roots.find(probe.index, probe.minutiae.count(), candidate);
        if (roots.count == 0) {
            return 0;
        }
        candidateStars.build(candidate);
        return best(probe, candidate);
    }

    /**
     * The same, where the candidate's neighbours are known.
     *
     * @param neighbours as {@link NearestNeighbours#all} found them
     * @param offset where they begin
     */
    public double score(FlatProbe probe, Minutiae candidate, byte[] neighbours, int offset) {
        roots.find(probe.index, probe.minutiae.count(), candidate);
        if (roots.count == 0) {
            return 0;
        }
        candidateStars.build(candidate, neighbours, offset);
        return best(probe, candidate);
    }

    private double best(FlatProbe probe, Minutiae candidate) {
        matches.begin(probe.stars, probe.minutiae.count(), candidateStars, candidate.count());
        double best = 0;
        for (int i = 0; i < roots.count; i++) {
            double total =
                    alignment.rate(
                            probe.minutiae,
                            roots.probe[i] & 0xff,
                            candidate,
                            roots.candidate[i] & 0xff);
            best = Math.max(best, total);
        }
        return Rating.score(best);
    }
}
