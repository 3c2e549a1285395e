package org.tamga.matcher.dedup;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** All units in this process, block by block: one block's gallery is in memory at a time. */
public final class LocalRunner implements UnitRunner {
    private final int threads;

    /**
     * @param threads to compare with
     */
    public LocalRunner(int threads) {
        this.threads = threads;
    }

    @Override
    public void run(DedupJob job, WorkFile work, UnitListener listener, BooleanSupplier cancelled) {
        try (ForkJoinPool pool = new ForkJoinPool(threads)) {
            for (int block = 0; block < job.plan().blocks(); block++) {
                int[] open = open(job.plan(), work, block);
                if (open.length > 0) {
                    BlockSearch search = search(pool, job, block);
                    for (int number : open) {
                        WorkPlan.Unit unit = job.plan().unit(number);
                        List<Enrolment> probes = job.probes(unit);
                        List<SuspectedPair> pairs =
                                pool.submit(() -> search.search(probes, cancelled)).join();
                        work.append(new UnitResult(number, pairs));
                        listener.finished(unit);
                    }
                }
            }
        }
    }

    private static int[] open(WorkPlan plan, WorkFile work, int block) {
        return IntStream.range(plan.firstUnit(block), plan.firstUnit(block + 1))
                .filter(unit -> !work.isDone(unit))
                .toArray();
    }

    private static BlockSearch search(ForkJoinPool pool, DedupJob job, int block) {
        boolean ofRegister = job.plan().isOfRegister(block);
        return pool.submit(() -> new BlockSearch(job.block(block), ofRegister, job.settings()))
                .join();
    }
}
