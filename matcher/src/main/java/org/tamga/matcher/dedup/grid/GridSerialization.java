package org.tamga.matcher.dedup.grid;

import com.hazelcast.nio.serialization.DataSerializableFactory;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;

/** Makes what travels between members by number: no class is named on the wire. */
final class GridSerialization implements DataSerializableFactory {
    static final int FACTORY = 7401;
    static final int RANGE_KEY = 1;
    static final int UNIT_TASK = 2;

    @Override
    public IdentifiedDataSerializable create(int typeId) {
        return switch (typeId) {
            case RANGE_KEY -> new RangeKey();
            case UNIT_TASK -> new UnitTask();
            default -> throw new IllegalArgumentException("unknown type " + typeId);
        };
    }
}
