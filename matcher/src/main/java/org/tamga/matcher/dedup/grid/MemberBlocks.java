package org.tamga.matcher.dedup.grid;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.tamga.matcher.dedup.BlockSearch;
import org.tamga.matcher.dedup.Enrolment;
import org.tamga.matcher.dedup.SuspectedPair;

/** The blocks that a member searches at present, and the threads it does so with. */
final class MemberBlocks implements AutoCloseable {
    private static final String KEY = "tamga.blocks";
    private static final int KEPT = 2;

    private final ReentrantLock building = new ReentrantLock();
    private final Deque<Built> built = new ArrayDeque<>();
    private final ForkJoinPool pool;

    /** The same people may be searched with other settings in the next job. */
    private record Key(String map, int block, BlockSearch.Settings settings) {}

    private record Built(Key key, BlockSearch search) {}

    MemberBlocks(int threads) {
        pool = new ForkJoinPool(threads);
    }

    /** Makes it known to the units that run in a member. */
    void in(Map<String, Object> userContext) {
        userContext.put(KEY, this);
    }

    static MemberBlocks of(Map<String, Object> userContext) {
        if (userContext.get(KEY) instanceof MemberBlocks blocks) {
            return blocks;
        }
        throw new IllegalStateException("this member does not hold templates");
    }

    /** One is built at a time; who wants the same one waits for it. */
    BlockSearch get(
            String map, int block, BlockSearch.Settings settings, Supplier<BlockSearch> builder) {
        Key key = new Key(map, block, settings);
        building.lock();
        try {
            for (Built known : built) {
                if (known.key().equals(key)) {
                    return known.search();
                }
            }
            while (built.size() >= KEPT) {
                built.removeFirst();
            }
            BlockSearch search = pool.submit(builder::get).join();
            built.addLast(new Built(key, search));
            return search;
        } finally {
            building.unlock();
        }
    }

    /** Drops the blocks of a map that is no more. */
    void forget(String map) {
        building.lock();
        try {
            built.removeIf(known -> known.key().map().equals(map));
        } finally {
            building.unlock();
        }
    }

    /** Number of blocks that are ready. */
    int ready() {
        building.lock();
        try {
            return built.size();
        } finally {
            building.unlock();
        }
    }

    List<SuspectedPair> search(BlockSearch search, List<Enrolment> probes) {
        return pool.submit(() -> search.search(probes, pool::isShutdown)).join();
    }

    @Override
    public void close() {
        pool.shutdownNow();
        building.lock();
        try {
            built.clear();
        } finally {
            building.unlock();
        }
    }
}
