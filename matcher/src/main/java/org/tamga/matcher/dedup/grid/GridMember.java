package org.tamga.matcher.dedup.grid;

import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;

/** A process that holds a part of the gallery and compares with it. */
public final class GridMember implements AutoCloseable {
    private final HazelcastInstance hazelcast;
    private final MemberBlocks blocks;

    private GridMember(HazelcastInstance hazelcast, MemberBlocks blocks) {
        this.hazelcast = hazelcast;
        this.blocks = blocks;
    }

    /**
     * Returns once it has joined the members that could be reached, or is the first.
     *
     * @param threads to compare with
     */
    public static GridMember start(GridSettings settings, int threads) {
        MemberBlocks blocks = new MemberBlocks(threads);
        Config config = GridConfig.of(settings, true);
        blocks.in(config.getUserContext());
        return new GridMember(Hazelcast.newHazelcastInstance(config), blocks);
    }

    /** Members of the grid that hold templates, this one included. */
    public int members() {
        return GridRunner.holders(hazelcast).size();
    }

    /** Leaves the grid and drops the templates; with one other member left nothing is lost. */
    @Override
    public void close() {
        blocks.close();
        hazelcast.shutdown();
    }
}
