package org.tamga.matcher.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.tamga.matcher.dedup.DedupJob;
import org.tamga.matcher.dedup.UnitRunner.UnitListener;
import org.tamga.matcher.dedup.WorkFile;
import org.tamga.matcher.dedup.WorkPlan;

/**
 * How far a job is, how fast it goes and how long it will take: a bar where a person is watching, a
 * line now and then otherwise.
 */
final class DedupProgress implements UnitListener {
    private static final int WIDTH = 30;
    private static final int WIDEST = 100;
    private static final long LINE_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final double NANOS_A_SECOND = 1e9;

    private final PrintWriter err;
    private final boolean watched;
    private final WorkPlan plan;
    private final WorkFile work;
    private final long start = System.nanoTime();
    private final long allPairs;
    private final long pairsBefore;
    private long pairs;
    private long lastLine = start;

    DedupProgress(PrintWriter err, boolean watched, DedupJob job, WorkFile work) {
        this.err = err;
        this.watched = watched;
        this.plan = job.plan();
        this.work = work;
        long all = 0;
        long before = 0;
        for (int number = 0; number < plan.units(); number++) {
            long ofUnit = plan.pairs(plan.unit(number));
            all += ofUnit;
            before += work.isDone(number) ? ofUnit : 0;
        }
        allPairs = all;
        pairsBefore = before;
        if (work.resumed() > 0) {
            err.println("%d of %d units were done before".formatted(work.resumed(), plan.units()));
        }
    }

    static DedupProgress of(PrintWriter err, DedupJob job, WorkFile work) {
        boolean watched = System.console() != null && System.console().isTerminal();
        return new DedupProgress(err, watched, job, work);
    }

    @Override
    public synchronized void finished(WorkPlan.Unit unit) {
        pairs += plan.pairs(unit);
        long now = System.nanoTime();
        String line = line((now - start) / NANOS_A_SECOND);
        if (watched) {
            err.print("\r" + line + " ".repeat(Math.max(0, WIDEST - line.length())));
            err.flush();
        } else if (now - lastLine > LINE_NANOS || work.finished() == plan.units()) {
            err.println(line);
            lastLine = now;
        }
    }

    private String line(double seconds) {
        double rate = pairs / Math.max(seconds, 1e-3);
        double share = (pairsBefore + pairs) / (double) Math.max(1, allPairs);
        int filled = (int) (share * WIDTH);
        String bar = "[" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] ";
        double left = (allPairs - pairsBefore - pairs) / Math.max(rate, 1e-3);
        return String.format(
                Locale.ROOT,
                "%scompare %d/%d units, %.1f %%, %,.0f pairs of subjects/s, %s left",
                watched ? bar : "",
                work.finished(),
                plan.units(),
                100 * share,
                rate,
                inWords(Duration.ofSeconds((long) Math.ceil(left))));
    }

    private static String inWords(Duration left) {
        if (left.toDays() > 0) {
            return left.toDays() + " d " + left.toHoursPart() + " h";
        }
        return left.toHours() > 0
                ? left.toHours() + " h " + left.toMinutesPart() + " min"
                : left.toMinutes() + " min " + left.toSecondsPart() + " s";
    }

    /** Takes the bar away. */
    synchronized void end() {
        if (watched) {
            err.print("\r" + " ".repeat(WIDEST) + "\r");
            err.flush();
        }
    }
}
