package org.tamga.kiosk.demo;

import java.io.PrintStream;
import java.util.Locale;

/**
 * A progress bar for one step, on a terminal redrawn in place, elsewhere one line at each tenth.
 */
final class Progress implements AutoCloseable {
    private static final int CELLS = 30;

    private final PrintStream out;
    private final boolean interactive;
    private final String step;
    private final int total;
    private int done;
    private int shown = -1;

    Progress(PrintStream out, boolean interactive, String step, int total) {
        this.out = out;
        this.interactive = interactive;
        this.step = step;
        this.total = Math.max(1, total);
        draw();
    }

    synchronized void advance() {
        done++;
        draw();
    }

    private void draw() {
        var percent = (int) (100L * done / total);
        var mark = interactive ? percent : percent / 10;
        if (mark == shown) {
            return;
        }
        shown = mark;
        var filled = percent * CELLS / 100;
        var bar = "█".repeat(filled) + "·".repeat(CELLS - filled);
        var line =
                String.format(
                        Locale.ROOT, "%-34s %s %3d %%  %d/%d", step, bar, percent, done, total);
        out.print(interactive ? "\r" + line : line + System.lineSeparator());
        out.flush();
    }

    @Override
    public void close() {
        if (interactive) {
            out.println();
        }
    }
}
