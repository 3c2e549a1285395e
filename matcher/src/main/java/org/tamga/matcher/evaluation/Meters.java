package org.tamga.matcher.evaluation;

import java.lang.management.ManagementFactory;

/** What a benchmark reads before and after. */
public final class Meters {
    private Meters() {}

    /** Processor time of this thread, nanoseconds. */
    public static long threadNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Bytes of the heap in use after a collection. */
    public static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
