package org.tamga.matcher.dedup;

import java.nio.file.Path;

/** A process that works on a job and says when a unit is on the disk; made to be killed. */
public final class DedupProcess {
    private DedupProcess() {}

    static DedupJob job() {
        return DedupJob.of(MadePeople.batch(11, 80, 0, 17, 60, 79), 1000, 1, 16, 4);
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
