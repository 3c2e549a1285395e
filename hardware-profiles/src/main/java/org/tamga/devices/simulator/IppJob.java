package org.tamga.devices.simulator;

import com.hp.jipp.model.JobState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;

/** A job that prints, stands still or has ended, as time and faults act on it. Not thread-safe. */
final class IppJob {
    private static final Duration PRINTING = Duration.ofMillis(300);
    private static final Duration SLOWLY = Duration.ofSeconds(3);

    private final byte[] pdf;
    private final int copies;
    private final FaultScript script;
    private final NumberedFiles tray;
    private JobState state = JobState.processing;
    private long startedAt = System.nanoTime();

    /**
     * @param tray where each copy goes
     */
    IppJob(byte[] pdf, int copies, FaultScript script, NumberedFiles tray) {
        this.pdf = pdf;
        this.copies = copies;
        this.script = script;
        this.tray = tray;
    }

    /** Its state now; pages that are due come out. */
    JobState now() {
        if (ended()) {
            return state;
        }
        Optional<SimulatedFault> fault = script.standing();
        Duration takes = fault.equals(Optional.of(SimulatedFault.SLOW)) ? SLOWLY : PRINTING;
        if (fault.isPresent() && fault.get() != SimulatedFault.SLOW) {
            state =
                    fault.get() == SimulatedFault.STUCK
                            ? JobState.processing
                            : JobState.processingStopped;
            startedAt = System.nanoTime();
        } else if (System.nanoTime() - startedAt >= takes.toNanos()) {
            put();
            state = JobState.completed;
        } else {
            state = JobState.processing;
        }
        return state;
    }

    private void put() {
        try {
            for (int copy = 0; copy < copies; copy++) {
                tray.write("-job.pdf", pdf);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What has been printed stays printed. */
    void cancel() {
        if (!now().equals(JobState.completed)) {
            state = JobState.canceled;
        }
    }

    boolean isOver() {
        now();
        return ended();
    }

    private boolean ended() {
        return state.equals(JobState.completed) || state.equals(JobState.canceled);
    }
}
