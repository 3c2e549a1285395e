package org.tamga.matcher.dedup.grid;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import com.hazelcast.partition.PartitionAware;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A range of subjects of one block. All ranges of a block are on one member: the partition is that
 * of the block.
 */
final class RangeKey implements IdentifiedDataSerializable, PartitionAware<Integer> {
    private int block;
    private int range;

    /** To be read into. */
    RangeKey() {}

    RangeKey(int block, int range) {
        this.block = block;
        this.range = range;
    }

    int block() {
        return block;
    }

    int range() {
        return range;
    }

    @Override
    public Integer getPartitionKey() {
        return block;
    }

    @Override
    public int getFactoryId() {
        return GridSerialization.FACTORY;
    }

    @Override
    public int getClassId() {
        return GridSerialization.RANGE_KEY;
    }

    @Override
    public void writeData(ObjectDataOutput out) throws IOException {
        out.writeInt(block);
        out.writeInt(range);
    }

    @Override
    public void readData(ObjectDataInput in) throws IOException {
        block = in.readInt();
        range = in.readInt();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RangeKey key && key.block == block && key.range == range;
    }

    @Override
    public int hashCode() {
        return 31 * block + range;
    }

    @Override
    public String toString() {
        return "RangeKey[" + block + ", " + range + "]";
    }
}
