package org.tamga.matcher.command;

import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicInteger;

/** A bar on the error stream, drawn only where a person is watching. */
final class Progress implements AutoCloseable {
    private static final int WIDTH = 30;
    private final PrintWriter err;
    private final boolean watched = System.console() != null && System.console().isTerminal();
    private final AtomicInteger done = new AtomicInteger();
    private volatile String what = "";
    private volatile int total = 1;

    Progress(PrintWriter err) {
        this.err = err;
    }

    void start(String step, int count) {
        what = step;
        total = Math.max(1, count);
        done.set(0);
    }

    void step() {
        int now = done.incrementAndGet();
        if (watched && now % Math.max(1, total / 100) == 0) {
            int filled = Math.min(WIDTH, now * WIDTH / total);
            err.printf(
                    "\r%-9s [%s%s] %d/%d",
                    what, "#".repeat(filled), " ".repeat(WIDTH - filled), now, total);
            err.flush();
        }
    }

    @Override
    public void close() {
        if (watched) {
            err.print("\r" + " ".repeat(WIDTH + 30) + "\r");
            err.flush();
        }
    }
}
