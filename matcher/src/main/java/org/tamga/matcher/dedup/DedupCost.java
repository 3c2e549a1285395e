package org.tamga.matcher.dedup;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;
import org.tamga.matcher.BiometricBytes;
import org.tamga.matcher.FingerImpression;
import org.tamga.matcher.FingerTemplate;
import org.tamga.matcher.evaluation.Meters;

/**
 * What the de-duplication of a large batch would cost: one block of made people is searched on one
 * thread, the rest is multiplication.
 */
public final class DedupCost {
    private static final int PORTION = 8;
    private static final double NANOS = 1e9;
    private static final double SECONDS_AN_HOUR = 3600;

    private final List<List<List<FingerTemplate>>> sets;
    private final List<FingerTemplate> patterns;
    private final Plan plan;

    /**
     * The batch to think of.
     *
     * @param presented impressions of a finger that are presented
     * @param probes made people to measure with
     */
    public record Plan(
            long subjects,
            int fingers,
            int impressions,
            int presented,
            int fpirPerMillion,
            int probes) {
        /** Templates of all subjects. */
        public long templates() {
            return subjects * fingers * impressions;
        }
    }

    /**
     * What was measured on this machine.
     *
     * @param block subjects of the block
     * @param buildSeconds processor time to make a block ready
     * @param secondsAProbe processor time of one subject against one block
     * @param templatesASecond probes × templates a second and core
     * @param pairsASecond pairs of subjects a second and core
     * @param templateBytes of one template as it travels
     * @param heapBytes of one template in a block that is ready
     * @param again made people enrolled once more
     * @param missedByStages of them, those that the search did not bring to the exact comparison of
     *     the pair although their score is high enough
     * @param missedByScore of them, those whose score is not high enough
     */
    public record Measured(
            int block,
            double buildSeconds,
            double secondsAProbe,
            double templatesASecond,
            double pairsASecond,
            double templateBytes,
            double heapBytes,
            int again,
            int missedByStages,
            int missedByScore) {}

    /**
     * What follows for the plan.
     *
     * @param threshold score that one finger needs
     * @param sumThreshold score that two fingers need together; absent with one finger
     * @param pairs of subjects
     * @param coreHours building of blocks included
     * @param falseSuspicions to be expected, at most
     * @param gridBytes templates in the grid, one copy
     * @param trafficBytes probes that travel to the blocks
     * @param units lines of the work file
     */
    public record Scaled(
            double threshold,
            @Nullable Double sumThreshold,
            double pairs,
            double coreHours,
            double falseSuspicions,
            double gridBytes,
            double trafficBytes,
            double units) {}

    /** All of it. */
    public record Result(Plan plan, Measured measured, Scaled scaled, RealMates real) {}

    private DedupCost(List<List<List<FingerTemplate>>> sets, Plan plan) {
        this.sets = sets;
        this.patterns =
                sets.stream()
                        .flatMap(List::stream)
                        .flatMap(List::stream)
                        .filter(template -> template.minutiae() > 0)
                        .toList();
        this.plan = plan;
    }

    /**
     * @param sets of real fingers: for each set its fingers, for each finger its impressions, at
     *     least one with minutiae. Made people get their minutiae
     */
    public static Result of(List<List<List<FingerTemplate>>> sets, Plan plan) {
        return new DedupCost(sets, plan).result();
    }

    private Result result() {
        MadePopulation made = new MadePopulation(patterns, plan.subjects());
        List<Enrolment> block = made.people(DedupJob.BLOCK, plan.fingers(), plan.impressions());
        List<Enrolment> again = block.stream().limit(plan.probes()).map(made::again).toList();
        SuspicionRule rule =
                SuspicionRule.of(
                        Counts.of(plan.subjects(), plan.fingers(), plan.impressions()),
                        new Counts(0, 0, 0),
                        plan.fpirPerMillion());
        BlockSearch.Settings settings =
                new BlockSearch.Settings(
                        rule.threshold(), rule.sumThreshold(), rule.floor(), plan.presented());
        try (ForkJoinPool one = new ForkJoinPool(1)) {
            Measured measured = one.submit(() -> measured(block, again, settings)).join();
            RealMates real = RealMates.of(sets, plan, settings, block);
            return new Result(plan, measured, scaled(measured, rule), real);
        }
    }

    private Measured measured(
            List<Enrolment> block, List<Enrolment> again, BlockSearch.Settings settings) {
        long before = Meters.heap();
        long start = Meters.threadNanos();
        BlockSearch search = new BlockSearch(block, false, settings);
        double building = (Meters.threadNanos() - start) / NANOS;
        double heap = Math.max(0, Meters.heap() - before);
        search.search(again.subList(0, Math.min(again.size(), plan.probes() / 4)), () -> false);
        List<SuspectedPair> found = new ArrayList<>();
        start = Meters.threadNanos();
        for (int from = 0; from < again.size(); from += PORTION) {
            found.addAll(
                    search.search(
                            again.subList(from, Math.min(again.size(), from + PORTION)),
                            () -> false));
        }
        double seconds = (Meters.threadNanos() - start) / NANOS / again.size();
        int low = 0;
        int missed = 0;
        for (int i = 0; i < again.size(); i++) {
            String id = block.get(i).subject();
            String other = again.get(i).subject();
            SuspectedPair pair = SuspectedPair.of(block.get(i), again.get(i));
            if (!settings.suspects(pair)) {
                low++;
            } else if (found.stream().noneMatch(p -> p.a().equals(id) && p.b().equals(other))) {
                missed++;
            }
        }
        int enrolled = block.size() * plan.fingers() * plan.impressions();
        int presented = plan.fingers() * Math.min(plan.presented(), plan.impressions());
        return new Measured(
                block.size(),
                building,
                seconds,
                presented * (double) enrolled / seconds,
                block.size() / seconds,
                bytes(block) / enrolled,
                heap / enrolled,
                again.size(),
                missed,
                low);
    }

    private Scaled scaled(Measured measured, SuspicionRule rule) {
        double subjects = plan.subjects();
        double blocks = Math.ceil(subjects / DedupJob.BLOCK);
        // A block meets the probes of the blocks before it and its own.
        double meetings = subjects * (blocks + 1) / 2;
        double seconds = meetings * measured.secondsAProbe() + blocks * measured.buildSeconds();
        double bytesOfAll = plan.templates() * measured.templateBytes();
        return new Scaled(
                rule.threshold(),
                rule.sums() > 0 ? rule.sumThreshold() : null,
                subjects * (subjects - 1) / 2,
                seconds / SECONDS_AN_HOUR,
                rule.expectedFalse(),
                bytesOfAll,
                bytesOfAll * (blocks + 1) / 2,
                meetings / DedupJob.UNIT);
    }

    private static double bytes(List<Enrolment> enrolments) {
        long sum = 0;
        for (Enrolment enrolment : enrolments) {
            for (FingerImpression impression : enrolment.impressions()) {
                try (BiometricBytes bytes = impression.template().toBytes()) {
                    sum += bytes.length();
                }
            }
        }
        return sum;
    }
}
