package org.tamga.central;

import java.io.PrintStream;

/**
 * A progress bar on one line of the error stream; on anything that is not a console a line for each
 * tenth.
 */
public final class Progress implements AutoCloseable {
    private static final int WIDTH = 30;

    private final PrintStream out;
    private final String what;
    private final long total;
    private final boolean live;
    private long done;
    private int shown = -1;

    /**
     * @param what what is counted, in English
     * @param total number of steps, at least 0
     */
    public Progress(PrintStream out, String what, long total) {
        this.out = out;
        this.what = what;
        this.total = total;
        this.live = System.console() != null && System.console().isTerminal();
    }

    /** One step is done; may be called from any thread. */
    public synchronized void step() {
        done++;
        int percent = total == 0 ? 100 : (int) (done * 100 / total);
        if (percent / (live ? 1 : 10) != shown / (live ? 1 : 10) || shown < 0) {
            shown = percent;
            show(percent);
        }
    }

    private void show(int percent) {
        int filled = percent * WIDTH / 100;
        String bar = "#".repeat(filled) + ".".repeat(WIDTH - filled);
        String line = "%s [%s] %d/%d".formatted(what, bar, done, total);
        if (live) {
            out.print("\r" + line);
        } else {
            out.println(line);
        }
        out.flush();
    }

    @Override
    public synchronized void close() {
        if (live) {
            out.println();
        }
    }
}
