package org.tamga.matcher.dedup;

import java.util.List;

/**
 * A population and how it is to be compared.
 *
 * @param fpirPerMillion false suspicions per million subjects of the batch
 * @param settings what they and the population's size make of it
 */
public record DedupJob(
        Population population,
        int fpirPerMillion,
        WorkPlan plan,
        SuspicionRule rule,
        BlockSearch.Settings settings) {
    /** Changes whenever the same input would give another outcome. */
    public static final int ALGORITHM = 1;

    /** Subjects of a block of the gallery. */
    public static final int BLOCK = 4096;

    /** Probes of a unit. */
    public static final int UNIT = 256;

    /** With blocks and units of the usual size. */
    public static DedupJob of(Population population, int fpirPerMillion, int presented) {
        return of(population, fpirPerMillion, presented, BLOCK, UNIT);
    }

    public static DedupJob of(
            Population population,
            int fpirPerMillion,
            int presented,
            int blockSubjects,
            int unitSubjects) {
        SuspicionRule rule = SuspicionRule.of(population, fpirPerMillion);
        return new DedupJob(
                population,
                fpirPerMillion,
                new WorkPlan(
                        population.batch().size(),
                        population.register().size(),
                        blockSubjects,
                        unitSubjects),
                rule,
                new BlockSearch.Settings(
                        rule.threshold(), rule.sumThreshold(), rule.floor(), presented));
    }

    /** The subjects of a block of the gallery. */
    public List<Enrolment> block(int block) {
        List<Enrolment> all = plan.isOfRegister(block) ? population.register() : population.batch();
        return all.subList(plan.from(block), plan.to(block));
    }

    public List<Enrolment> probes(WorkPlan.Unit unit) {
        return population.batch().subList(unit.from(), unit.to());
    }

    @Override
    public String toString() {
        return "DedupJob[" + population + ", " + plan.units() + " units]";
    }
}
