package org.tamga.matcher.dedup.grid;

import com.hazelcast.config.Config;
import com.hazelcast.core.DistributedObjectEvent;
import com.hazelcast.core.DistributedObjectListener;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstance;
import org.tamga.matcher.dedup.DedupException;
import org.tamga.matcher.dedup.DedupFault;

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
     * @throws DedupException when it cannot listen at its address
     */
    public static GridMember start(GridSettings settings, int threads) {
        MemberBlocks blocks = new MemberBlocks(threads);
        Config config = GridConfig.of(settings, true);
        blocks.in(config.getUserContext());
        HazelcastInstance hazelcast = started(config, settings);
        hazelcast.addDistributedObjectListener(
                new DistributedObjectListener() {
                    @Override
                    public void distributedObjectCreated(DistributedObjectEvent event) {
                        // What is in it comes with the units.
                    }

                    @Override
                    public void distributedObjectDestroyed(DistributedObjectEvent event) {
                        blocks.forget(String.valueOf(event.getObjectName()));
                    }
                });
        return new GridMember(hazelcast, blocks);
    }

    /**
     * @throws DedupException when nobody can listen at the address
     */
    static HazelcastInstance started(Config config, GridSettings settings) {
        try {
            return Hazelcast.newHazelcastInstance(config);
        } catch (HazelcastException e) {
            throw new DedupException(
                    DedupFault.BAD_ADDRESS,
                    "cannot listen at " + settings.bind() + ": not of this machine, or in use");
        }
    }

    /** Members of the grid that hold templates, this one included. */
    public int members() {
        return GridRunner.holders(hazelcast).size();
    }

    /** For tests: answers every unit with a failure from now on. */
    void refuseUnits() {
        blocks.close();
    }

    /** Blocks that are ready to be searched. */
    int blocksReady() {
        return blocks.ready();
    }

    /** Leaves the grid and drops the templates; with one other member left nothing is lost. */
    @Override
    public void close() {
        // In this order: until its partitions are with others, it is given units and has to do
        // them.
        hazelcast.shutdown();
        blocks.close();
    }
}
