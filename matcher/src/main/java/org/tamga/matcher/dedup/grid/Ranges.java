package org.tamga.matcher.dedup.grid;

import java.util.List;
import java.util.stream.IntStream;
import org.tamga.matcher.dedup.DedupJob;
import org.tamga.matcher.dedup.Enrolment;
import org.tamga.matcher.dedup.WorkPlan;

/** Which subjects are under which key: as many as a unit's probes, so that a unit needs one key. */
final class Ranges {
    private Ranges() {}

    static List<RangeKey> ofBlock(WorkPlan plan, int block) {
        int subjects = plan.to(block) - plan.from(block);
        int ranges = (subjects + plan.unitSubjects() - 1) / plan.unitSubjects();
        return IntStream.range(0, ranges).mapToObj(range -> new RangeKey(block, range)).toList();
    }

    static RangeKey ofProbes(WorkPlan plan, WorkPlan.Unit unit) {
        return new RangeKey(
                unit.from() / plan.blockSubjects(),
                unit.from() % plan.blockSubjects() / plan.unitSubjects());
    }

    static List<Enrolment> enrolments(DedupJob job, RangeKey key) {
        List<Enrolment> block = job.block(key.block());
        int from = key.range() * job.plan().unitSubjects();
        return block.subList(from, Math.min(block.size(), from + job.plan().unitSubjects()));
    }
}
