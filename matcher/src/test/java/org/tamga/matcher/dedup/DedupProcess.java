package org.tamga.matcher.dedup;

import java.nio.file.Path;

/** A process that works on a job and says when a unit is on the disk; made to be killed. */
public final class DedupProcess {
    private DedupProcess() {}

    static DedupJob job() {
        return DedupJob.of(MadeEnrolments.batch(11, 60, 0, 17, 40, 59), 1000, 1, 16, 4);
    }

    public static void main(String[] args) {
        DedupJob job = job();
        if (WorkFile.open(Path.of(args[0]), job) instanceof WorkFile.Opening.Opened opened) {
            try (WorkFile work = opened.file()) {
                new LocalRunner(2)
                        .run(job, work, unit -> System.out.println(unit.number()), () -> false);
            }
        }
    }
}
