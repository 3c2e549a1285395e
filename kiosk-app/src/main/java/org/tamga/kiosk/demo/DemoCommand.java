package org.tamga.kiosk.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tamga demo}: a whole election day on this machine, with simulated people and devices. */
@Command(
        name = "demo",
        description = "A whole election day on this machine, with simulated people and devices",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    private static final int VOTERS = 1200;
    private static final int MOST_VOTERS = 20_000;

    @Spec private @Nullable CommandSpec spec;

    @Option(names = "--unattended", description = "Play the day without a display")
    private boolean unattended;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the unattended day leaves its record")
    private @Nullable Path out;

    @Option(
            names = "--voters",
            paramLabel = "N",
            description =
                    "How many voters, 4 to "
                            + MOST_VOTERS
                            + "; of a folder of fingers all by default")
    private @Nullable Integer voters;

    @Option(
            names = "--fingers",
            paramLabel = "FOLDER",
            description =
                    "Real finger images named <finger>_<impression>.<tif|png|bmp|jpg|wsq> instead of drawn ones")
    private @Nullable Path fingers;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Of people, order and choices; default 1")
    private long seed;

    @Override
    public Integer call() {
        check();
        try {
            return unattended
                    ? playUnattended()
                    : new Demonstration(launcher(), count(), seed, err()).show();
        } catch (DemoFailure e) {
            err().println("tamga demo: " + e.getMessage());
            return e.status();
        } catch (IOException | UncheckedIOException e) {
            err().println("tamga demo: " + e.getMessage() + " [DM-03]");
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private void check() {
        if (voters != null && (voters < 4 || voters > MOST_VOTERS)) {
            throw wrong("--voters takes 4 to " + MOST_VOTERS);
        }
        if (!unattended && (out != null || fingers != null)) {
            throw wrong("--out and --fingers go with --unattended");
        }
        if (fingers != null && !Files.isDirectory(fingers)) {
            throw wrong("no such folder: " + fingers);
        }
        if (unattended && out == null) {
            throw wrong("--unattended needs --out DIR");
        }
        if (out != null && Files.exists(out) && !isEmpty(out)) {
            throw wrong(out + " is not an empty folder");
        }
    }

    private static boolean isEmpty(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private int playUnattended() throws IOException, InterruptedException {
        if (out == null) {
            throw new IllegalStateException("checked before");
        }
        var population =
                fingers == null
                        ? SyntheticFingers.population(
                                seed, count(), UnattendedDemo.strangers(count()))
                        : FolderFingers.population(
                                fingers,
                                seed,
                                UnattendedDemo.STRANGERS_PERCENT,
                                voters == null ? 0 : voters);
        return new UnattendedDemo(launcher(), out, population, seed, fingers != null, err()).play();
    }

    private int count() {
        return voters == null ? VOTERS : voters;
    }

    private static Path launcher() {
        var launcher = System.getProperty("tamga.launcher");
        if (launcher == null) {
            throw DemoFailure.beforehand("DM-04", "start it through ./tamga demo");
        }
        return Path.of(launcher);
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec().commandLine(), what);
    }

    private PrintWriter err() {
        return spec().commandLine().getErr();
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli injects the spec before it calls");
        }
        return spec;
    }
}
