package org.tamga.matcher.dedup;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Does the units of a job that are not done yet. */
public interface UnitRunner {
    /**
     * Returns when all units are done.
     *
     * @throws CancellationException when asked to stop; what is appended by then stays
     * @throws DedupException when it cannot go on
     */
    void run(DedupJob job, WorkFile work, UnitListener listener, BooleanSupplier cancelled);

    /** Hears of each unit once it is on the disk. */
    interface UnitListener {
        void finished(WorkPlan.Unit unit);
    }
}
