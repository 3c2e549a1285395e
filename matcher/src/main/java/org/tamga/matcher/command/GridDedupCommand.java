package org.tamga.matcher.command;

import java.util.concurrent.Callable;
import org.tamga.matcher.dedup.DedupException;
import org.tamga.matcher.dedup.grid.GridRunner;
import org.tamga.matcher.dedup.grid.GridSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who is enrolled twice? On a grid. */
@Command(
        name = "dedup",
        mixinStandardHelpOptions = true,
        description =
                "As `tamga matcher dedup`, with the same outcome, compared by the members of a grid.")
final class GridDedupCommand implements Callable<Integer> {
    @Option(
            names = "--bind",
            paramLabel = "HOST[:PORT]",
            defaultValue = "127.0.0.1",
            description = "address of this machine to be reached at (default ${DEFAULT-VALUE})")
    private String bind = "127.0.0.1";

    @Option(
            names = "--expect",
            paramLabel = "N",
            defaultValue = "1",
            description = "members to wait for before the work begins (default ${DEFAULT-VALUE})")
    private int expected = 1;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "how long to wait for them (default ${DEFAULT-VALUE})")
    private int waitSeconds = 60;

    @Mixin private DedupOptions options = new DedupOptions();
    @Mixin private GridOptions grid = new GridOptions();

    @Override
    public Integer call() {
        GridSettings settings = grid.settings(bind, 0);
        DedupOptions.Input input = options.read();
        try (GridRunner runner = GridRunner.join(settings, Math.max(1, expected), waitSeconds)) {
            return new DedupWork(options, input).run(runner);
        } catch (DedupException e) {
            throw DedupOptions.failure(e.fault(), e.detail());
        }
    }
}
