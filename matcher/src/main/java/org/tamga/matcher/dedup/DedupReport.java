package org.tamga.matcher.dedup;

import java.util.Comparator;
import java.util.List;
import org.tamga.matcher.FingerPosition;

/**
 * The suspected pairs of a finished job, the most similar first, for a person to judge. The same
 * input gives the same report, whatever happened on the way.
 *
 * @param registerSubjects 0 when the batch was compared with itself only
 * @param fpirPerMillion false suspicions per million subjects of the batch that were asked for
 * @param threshold score that makes a pair suspected
 * @param expectedFalse false suspicions to be expected in this job, at most
 * @param notCompared files and subjects that were not compared, with their code
 */
public record DedupReport(
        int batchSubjects,
        long batchImpressions,
        int registerSubjects,
        long registerImpressions,
        int fpirPerMillion,
        double threshold,
        double expectedFalse,
        List<NotCompared> notCompared,
        List<Suspicion> suspicions) {

    private static final double LEAST = 1e-9;

    /**
     * @param what a file's name or a subject's id
     */
    public record NotCompared(String what, String code) {}

    /** Where the second subject of a pair is enrolled. */
    public enum Side {
        BATCH,
        REGISTER
    }

    /**
     * @param a subject of the batch
     * @param b subject of the batch or the register
     * @param falseMatchRate how often two comparisons like the best one of this pair would get as
     *     far by chance, over all that were made of the pair
     * @param expectedFalse pairs of this score or more to be expected by chance in the whole job;
     *     of this and the rate {@value #LEAST} stands for so much or less: far below what was
     *     measured an extrapolated number would only look exact
     * @param fingers that resemble each other, the most similar first
     */
    public record Suspicion(
            String a,
            String b,
            Side side,
            double score,
            double falseMatchRate,
            double expectedFalse,
            List<Fingers> fingers) {}

    /** Fingers as words, such as {@code right-index}. */
    public record Fingers(String a, String b, double score) {}

    public DedupReport {
        notCompared = List.copyOf(notCompared);
        suspicions = List.copyOf(suspicions);
    }

    public static DedupReport of(
            DedupJob job, List<SuspectedPair> pairs, List<NotCompared> notCompared) {
        Population population = job.population();
        Lookup batch = new Lookup(population.batch());
        Lookup register = new Lookup(population.register());
        List<Suspicion> suspicions =
                pairs.stream()
                        .map(pair -> suspicion(pair, job.rule(), batch, register))
                        .sorted(
                                Comparator.comparingDouble(Suspicion::score)
                                        .reversed()
                                        .thenComparing(Suspicion::a)
                                        .thenComparing(Suspicion::b))
                        .toList();
        return new DedupReport(
                population.batch().size(),
                Population.impressions(population.batch()),
                population.register().size(),
                Population.impressions(population.register()),
                job.fpirPerMillion(),
                job.rule().threshold(),
                job.rule().expectedFalse(job.rule().threshold()),
                notCompared,
                suspicions);
    }

    private static Suspicion suspicion(
            SuspectedPair pair, SuspicionRule rule, Lookup batch, Lookup register) {
        boolean ofRegister = register.impressions(pair.b()) > 0;
        int others = ofRegister ? register.impressions(pair.b()) : batch.impressions(pair.b());
        double rate = SuspicionRule.falseMatchRate(pair.score());
        int comparisons = 2 * batch.impressions(pair.a()) * others;
        return new Suspicion(
                pair.a(),
                pair.b(),
                ofRegister ? Side.REGISTER : Side.BATCH,
                pair.score(),
                Math.clamp(comparisons * rate, LEAST, 1),
                Math.max(LEAST, rule.expectedFalse(pair.score())),
                pair.fingers().stream()
                        .map(match -> new Fingers(word(match.a()), word(match.b()), match.score()))
                        .toList());
    }

    private static String word(int position) {
        return FingerPosition.of(position).orElse(FingerPosition.UNKNOWN).word();
    }

    /** Finds enrolments in their order. */
    private record Lookup(List<Enrolment> enrolments) {
        int impressions(String subject) {
            int low = 0;
            int high = enrolments.size() - 1;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                int order = enrolments.get(middle).subject().compareTo(subject);
                if (order == 0) {
                    return enrolments.get(middle).impressions().size();
                }
                if (order < 0) {
                    low = middle + 1;
                } else {
                    high = middle - 1;
                }
            }
            return 0;
        }
    }
}
