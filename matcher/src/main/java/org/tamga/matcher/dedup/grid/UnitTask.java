package org.tamga.matcher.dedup.grid;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceAware;
import com.hazelcast.map.IMap;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tamga.matcher.dedup.BlockSearch;
import org.tamga.matcher.dedup.Enrolment;
import org.tamga.matcher.dedup.UnitResult;
import org.tamga.matcher.dedup.WorkPlan;

/**
 * One unit, done by the member that holds its block. Answers with the unit's result as bytes, or
 * with none when a range of subjects is not in the grid (any more).
 */
final class UnitTask
        implements Callable<byte[]>, IdentifiedDataSerializable, HazelcastInstanceAware {
    static final int RANGE_MISSING = 0;

    private String map = "";
    private int unit;
    private WorkPlan plan = new WorkPlan(0, 0, 1, 1);
    private BlockSearch.Settings settings = new BlockSearch.Settings(0, 0, 0, 0);
    private @Nullable HazelcastInstance hazelcast;

    /** To be read into. */
    UnitTask() {}

    UnitTask(String map, int unit, WorkPlan plan, BlockSearch.Settings settings) {
        this.map = map;
        this.unit = unit;
        this.plan = plan;
        this.settings = settings;
    }

    @Override
    public byte[] call() {
        HazelcastInstance member = Objects.requireNonNull(hazelcast, "not on a member");
        IMap<RangeKey, byte[]> ranges = member.getMap(map);
        try {
            WorkPlan.Unit work = plan.unit(unit);
            MemberBlocks blocks = MemberBlocks.of(member.getUserContext());
            BlockSearch search =
                    blocks.get(map, work.block(), settings, () -> search(ranges, work.block()));
            List<Enrolment> probes = enrolments(ranges, Ranges.ofProbes(plan, work));
            return new UnitResult(unit, blocks.search(search, probes)).toBytes();
        } catch (RangeMissing e) {
            return new byte[RANGE_MISSING];
        }
    }

    private BlockSearch search(IMap<RangeKey, byte[]> ranges, int block) {
        List<Enrolment> enrolments =
                Ranges.ofBlock(plan, block).stream()
                        .flatMap(key -> enrolments(ranges, key).stream())
                        .toList();
        return new BlockSearch(enrolments, plan.isOfRegister(block), settings);
    }

    private static List<Enrolment> enrolments(IMap<RangeKey, byte[]> ranges, RangeKey key) {
        byte @Nullable [] bytes = ranges.get(key);
        if (bytes == null) {
            throw new RangeMissing();
        }
        try {
            return RangeCodec.read(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static final class RangeMissing extends RuntimeException {
        RangeMissing() {
            super("a range of the gallery is missing", null, false, false);
        }
    }

    @Override
    public void setHazelcastInstance(HazelcastInstance instance) {
        hazelcast = instance;
    }

    @Override
    public int getFactoryId() {
        return GridSerialization.FACTORY;
    }

    @Override
    public int getClassId() {
        return GridSerialization.UNIT_TASK;
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        out.writeString(map);
        out.writeInt(unit);
        out.writeInt(plan.batch());
        out.writeInt(plan.register());
        out.writeInt(plan.blockSubjects());
        out.writeInt(plan.unitSubjects());
        out.writeDouble(settings.threshold());
        out.writeDouble(settings.sumThreshold());
        out.writeDouble(settings.floor());
        out.writeInt(settings.presented());
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        map = Objects.requireNonNull(in.readString());
        unit = in.readInt();
        plan = new WorkPlan(in.readInt(), in.readInt(), in.readInt(), in.readInt());
        settings =
                new BlockSearch.Settings(
                        in.readDouble(), in.readDouble(), in.readDouble(), in.readInt());
    }

    @Override
    public String toString() {
        return "UnitTask[" + unit + "]";
    }
}
