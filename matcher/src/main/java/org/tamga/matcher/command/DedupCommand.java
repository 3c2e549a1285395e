package org.tamga.matcher.command;

import java.util.concurrent.Callable;
import org.tamga.matcher.dedup.LocalRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who is enrolled twice? On one machine. */
@Command(
        name = "dedup",
        mixinStandardHelpOptions = true,
        description =
                "Who may be enrolled twice? Compares every two subjects of a batch, and the batch with"
                        + " a register, and lists the pairs that a person has to judge. Can be"
                        + " interrupted at any time: the same command goes on. Exit code 0 nobody is"
                        + " suspected, 1 somebody is or was not compared.")
public final class DedupCommand implements Callable<Integer> {
    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "threads to compare with (default: one a core)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin private DedupOptions options = new DedupOptions();

    @Override
    public Integer call() {
        if (threads < 1) {
            throw new CommandFailure("--threads must be 1 or more, not " + threads, "MC-01");
        }
        return new DedupWork(options, options.read()).run(new LocalRunner(threads));
    }
}
