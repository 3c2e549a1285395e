package org.tamga.matcher.dedup;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tamga.matcher.FingerPosition;

/**
 * The suspected pairs of a finished job, the least likely by chance first, for a person to judge.
 * The same input gives the same report, whatever happened on the way.
 *
 * @param registerSubjects 0 when the batch was compared with itself only
 * @param fpirPerMillion false suspicions per million subjects of the batch that were asked for
 * @param threshold score of one finger that makes a pair suspected
 * @param sumThreshold the same of two fingers together; absent when no positions are known
 * @param expectedFalse false suspicions to be expected in this job, at most
 * @param uncalibratedImpressions of both, without the minutiae sets that the calibration is of:
 *     templates of other systems
 * @param notCompared files and subjects that were not compared, with their code
 */
public record DedupReport(
        int batchSubjects,
        long batchImpressions,
        int registerSubjects,
        long registerImpressions,
        int fpirPerMillion,
        double threshold,
        @Nullable Double sumThreshold,
        double expectedFalse,
        long uncalibratedImpressions,
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
     * @param score of the most similar fingers
     * @param sum of the two most similar different fingers, 0 when there are none
     * @param falseMatchRate how often two different people would get as far by chance, at most, as
     *     far as that was measured
     * @param expectedFalse pairs of this score or more to be expected by chance in the whole job.
     *     An extrapolation, as the threshold is: suspicions are rarer than what was measured. It
     *     orders them; {@value #LEAST} stands for so much or less
     * @param fingers that resemble each other, the most similar first
     */
    public record Suspicion(
            String a,
            String b,
            Side side,
            double score,
            double sum,
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
                                Comparator.comparingDouble(Suspicion::expectedFalse)
                                        .thenComparing(Suspicion::score, Comparator.reverseOrder())
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
                job.rule().sums() > 0 ? job.rule().sumThreshold() : null,
                job.rule().expectedFalse(),
                uncalibrated(population.batch()) + uncalibrated(population.register()),
                notCompared,
                suspicions);
    }

    private static long uncalibrated(List<Enrolment> enrolments) {
        return enrolments.stream()
                .flatMap(enrolment -> enrolment.impressions().stream())
                .filter(impression -> !impression.template().isStandard())
                .count();
    }

    private static Suspicion suspicion(
            SuspectedPair pair, SuspicionRule rule, Lookup batch, Lookup register) {
        @Nullable Enrolment inRegister = register.of(pair.b());
        Enrolment a = Objects.requireNonNull(batch.of(pair.a()));
        Enrolment b = inRegister != null ? inRegister : Objects.requireNonNull(batch.of(pair.b()));
        double sum = pair.sum();
        return new Suspicion(
                pair.a(),
                pair.b(),
                inRegister != null ? Side.REGISTER : Side.BATCH,
                pair.score(),
                sum,
                Math.min(1, rule.falseMatchRate(pair.score(), sum, a, b)),
                Math.max(LEAST, rule.expectedFalse(pair.score(), sum)),
                pair.fingers().stream()
                        .map(match -> new Fingers(word(match.a()), word(match.b()), match.score()))
                        .toList());
    }

    private static String word(int position) {
        return FingerPosition.of(position).orElse(FingerPosition.UNKNOWN).word();
    }

    /** Finds enrolments in their order. */
    private record Lookup(List<Enrolment> enrolments) {
        @Nullable Enrolment of(String subject) {
            int low = 0;
            int high = enrolments.size() - 1;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                int order = enrolments.get(middle).subject().compareTo(subject);
                if (order == 0) {
                    return enrolments.get(middle);
                }
                if (order < 0) {
                    low = middle + 1;
                } else {
                    high = middle - 1;
                }
            }
            return null;
        }
    }
}
