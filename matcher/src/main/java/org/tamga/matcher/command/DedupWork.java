package org.tamga.matcher.command;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.tamga.matcher.dedup.DedupException;
import org.tamga.matcher.dedup.DedupFault;
import org.tamga.matcher.dedup.DedupJob;
import org.tamga.matcher.dedup.DedupReport;
import org.tamga.matcher.dedup.UnitRunner;
import org.tamga.matcher.dedup.WorkFile;
import org.tamga.matcher.engine.Calibration;

/** A job from its work file to its report, whoever does the units. */
final class DedupWork {
    private static final int STOPPED = 130;

    /** Less is an extrapolation too far to be shown. */
    private static final double SHOWN = 1e-6;

    private final DedupOptions options;
    private final DedupOptions.Input input;

    DedupWork(DedupOptions options, DedupOptions.Input input) {
        this.options = options;
        this.input = input;
    }

    /** Exit code: 0 nobody is suspected and everybody was compared, 1 otherwise, 130 stopped. */
    int run(UnitRunner runner) {
        DedupJob job = input.job();
        try (StopSignal stop = new StopSignal();
                WorkFile work = open(job)) {
            DedupProgress progress = DedupProgress.of(options.output().err(), job, work);
            try {
                runner.run(job, work, progress, stop::isGiven);
            } catch (CancellationException e) {
                progress.end();
                options.output()
                        .err()
                        .printf(
                                "stopped with %d of %d units done; the same command goes on%n",
                                work.finished(), job.plan().units());
                return STOPPED;
            } catch (DedupException e) {
                throw DedupOptions.failure(e.fault(), e.detail());
            }
            progress.end();
            return report(DedupReport.of(job, work.pairs(), input.notCompared()));
        }
    }

    private WorkFile open(DedupJob job) {
        return switch (WorkFile.open(options.work(), job)) {
            case WorkFile.Opening.Opened(WorkFile file) -> file;
            case WorkFile.Opening.Refused(DedupFault fault, String detail) ->
                    throw DedupOptions.failure(fault, detail);
        };
    }

    private int report(DedupReport report) {
        options.out().ifPresent(file -> write(report, file));
        if (options.output().json()) {
            options.output().document(report);
        } else {
            print(report, options.output());
        }
        return report.suspicions().isEmpty() && report.notCompared().isEmpty() ? 0 : 1;
    }

    private static void write(DedupReport report, Path file) {
        try {
            // It names who is suspected: a temporary file is for its owner's eyes only.
            Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "report", ".new");
            try {
                Files.write(
                        draft,
                        JsonMapper.builder()
                                .enable(SerializationFeature.INDENT_OUTPUT)
                                .build()
                                .writeValueAsBytes(report));
                Files.move(
                        draft,
                        file,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw DedupOptions.failure(DedupFault.REPORT_NOT_WRITTEN, "cannot write " + file);
        }
    }

    private static void print(DedupReport report, Output output) {
        output.line(
                "batch of %d subjects, %d impressions; register of %d subjects, %d impressions",
                report.batchSubjects(),
                report.batchImpressions(),
                report.registerSubjects(),
                report.registerImpressions());
        Double sum = report.sumThreshold();
        output.line(
                "%d suspected pairs, from score %.1f of one finger%s on; by chance at most %.2g are"
                        + " to be expected (extrapolated)",
                report.suspicions().size(),
                report.threshold(),
                sum == null ? "" : String.format(Locale.ROOT, " or %.1f of two together", sum),
                report.expectedFalse());
        if (report.uncalibratedImpressions() > 0) {
            output.line(
                    "%d impressions are templates of other systems or extractions: the number of"
                            + " false suspicions was not calibrated for them",
                    report.uncalibratedImpressions());
        }
        for (DedupReport.NotCompared none : report.notCompared()) {
            output.line("not compared: %s [%s]", none.what(), none.code());
        }
        if (report.suspicions().isEmpty()) {
            return;
        }
        output.line("A suspicion is for a person to judge; it decides nothing.");
        output.line(
                "By chance: an extrapolation. Measured are rates down to one in %,d comparisons"
                        + " only; use it to see which pairs to look at first.",
                Calibration.shipped().directed().comparisons());
        output.line(
                "%8s %8s %10s  %-20s %-20s %-9s fingers",
                "score", "sum", "by chance", "a", "b", "b is in");
        for (DedupReport.Suspicion pair : report.suspicions()) {
            output.line(
                    "%8.1f %8s %10s  %-20s %-20s %-9s %s",
                    pair.score(),
                    pair.sum() == 0 ? "-" : String.format(Locale.ROOT, "%.1f", pair.sum()),
                    byChance(pair.expectedFalse()),
                    pair.a(),
                    pair.b(),
                    pair.side() == DedupReport.Side.BATCH ? "batch" : "register",
                    pair.fingers().stream()
                            .map(DedupWork::fingers)
                            .collect(Collectors.joining(", ")));
        }
    }

    private static String byChance(double expected) {
        return expected < SHOWN ? "<1e-6" : String.format(Locale.ROOT, "%.2g", expected);
    }

    private static String fingers(DedupReport.Fingers fingers) {
        return fingers.a().equals(fingers.b()) ? fingers.a() : fingers.a() + "/" + fingers.b();
    }
}
