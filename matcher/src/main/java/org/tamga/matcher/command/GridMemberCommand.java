package org.tamga.matcher.command;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.tamga.matcher.dedup.DedupException;
import org.tamga.matcher.dedup.grid.GridMember;
import org.tamga.matcher.dedup.grid.GridSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A member of the grid, until it is stopped. */
@Command(
        name = "member",
        mixinStandardHelpOptions = true,
        description =
                "Holds a part of the gallery in memory, and a copy of another's, and compares with"
                        + " it. Runs until it is stopped; one member may be lost at a time.")
final class GridMemberCommand implements Callable<Integer> {
    @Option(
            names = "--bind",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:5701",
            description = "address of this machine to listen at (default ${DEFAULT-VALUE})")
    private String bind = "127.0.0.1:5701";

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "threads to compare with (default: one a core)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin private GridOptions grid = new GridOptions();
    @Mixin private Output output = new Output();

    @Override
    public Integer call() throws InterruptedException {
        if (threads < 1) {
            throw new CommandFailure("--threads must be 1 or more, not " + threads, "MC-01");
        }
        GridSettings settings = grid.settings(bind, GridOptions.PORT);
        GridMember member = started(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(member::close, "leave the grid"));
        output.line(
                "member at %s, %d in grid %s",
                settings.bind(), member.members(), settings.cluster());
        new CountDownLatch(1).await();
        return 0;
    }

    private GridMember started(GridSettings settings) {
        try {
            return GridMember.start(settings, threads);
        } catch (DedupException e) {
            throw DedupOptions.failure(e.fault(), e.detail());
        }
    }
}
