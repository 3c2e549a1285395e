package org.tamga.matcher.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.tamga.matcher.engine.LikelihoodCurve;
import org.tamga.matcher.engine.LikelihoodCurve.Point;

/**
 * Likelihood ratio by score: pool adjacent violators (Ayer and others 1955) with one made-up
 * genuine score below all and one made-up impostor above all, so that no ratio exceeds what the
 * number of comparisons supports.
 */
public final class LikelihoodFit {
    /** The method in one line, for the provenance. */
    public static final String METHOD =
            "likelihood: pool adjacent violators with one made-up error at each end; cllr: each half"
                    + " of the fingers by the curve of the other";

    private static final int MIN_GENUINE = 50;

    private LikelihoodFit() {}

    /** Scores that share one ratio. */
    private record Block(double low, double high, double sum, double genuine, double impostor) {
        static Block single(double score, double genuine, double impostor) {
            return new Block(score, score, score * (genuine + impostor), genuine, impostor);
        }

        Block with(Block next) {
            return new Block(
                    low,
                    next.high,
                    sum + next.sum,
                    genuine + next.genuine,
                    impostor + next.impostor);
        }

        double share() {
            return genuine / (genuine + impostor);
        }

        double mean() {
            return sum / (genuine + impostor);
        }
    }

    /**
     * Points of the curve by rising score.
     *
     * @throws IllegalArgumentException with fewer than 50 genuine comparisons
     */
    public static List<Point> points(Comparisons comparisons) {
        int genuine = comparisons.genuine().size();
        if (genuine < MIN_GENUINE) {
            throw new IllegalArgumentException(
                    "a likelihood ratio needs %d genuine comparisons, there are %d"
                            .formatted(MIN_GENUINE, genuine));
        }
        List<Block> blocks = pooled(comparisons);
        double prior = (comparisons.impostor().size() + 1.0) / (genuine + 1.0);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            // The outer blocks reach without end: their inner edge is where their ratio is known.
            double score =
                    i == 0 ? block.high() : i == blocks.size() - 1 ? block.low() : block.mean();
            points.add(new Point(score, Math.log10(prior * block.genuine() / block.impostor())));
        }
        return points;
    }

    /** Cost in bits of a curve's ratios for these comparisons. */
    static double cllr(LikelihoodCurve curve, Comparisons comparisons) {
        double genuine =
                comparisons.genuine().stream()
                        .mapToDouble(p -> bits(-curve.log10Ratio(p.score())))
                        .average()
                        .orElse(Double.NaN);
        double impostor =
                comparisons.impostor().stream()
                        .mapToDouble(p -> bits(curve.log10Ratio(p.score())))
                        .average()
                        .orElse(Double.NaN);
        return (genuine + impostor) / 2;
    }

    private static double bits(double log10Ratio) {
        return Math.log1p(Math.pow(10, log10Ratio)) / Math.log(2);
    }

    private static List<Block> pooled(Comparisons comparisons) {
        List<Block> blocks = new ArrayList<>();
        for (Block next : byScore(comparisons)) {
            blocks.add(next);
            while (blocks.size() > 1
                    && blocks.get(blocks.size() - 2).share() >= blocks.getLast().share()) {
                Block last = blocks.removeLast();
                blocks.add(blocks.removeLast().with(last));
            }
        }
        return blocks;
    }

    private static List<Block> byScore(Comparisons comparisons) {
        List<Comparisons.Pair> genuine = comparisons.genuine();
        List<Comparisons.Pair> impostor = comparisons.impostor();
        List<Block> blocks = new ArrayList<>();
        int g = 0;
        int i = 0;
        while (g < genuine.size() || i < impostor.size()) {
            double score =
                    Math.min(
                            g < genuine.size() ? genuine.get(g).score() : Double.MAX_VALUE,
                            i < impostor.size() ? impostor.get(i).score() : Double.MAX_VALUE);
            int fromG = g;
            int fromI = i;
            while (g < genuine.size() && genuine.get(g).score() == score) {
                g++;
            }
            while (i < impostor.size() && impostor.get(i).score() == score) {
                i++;
            }
            blocks.add(Block.single(score, (double) g - fromG, (double) i - fromI));
        }
        blocks.addFirst(Block.single(blocks.getFirst().low(), 1, 0));
        blocks.addLast(Block.single(blocks.getLast().high(), 0, 1));
        return blocks;
    }
}
