package org.tamga.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.tamga.verifier.record.Hex;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tamga verify DIR}: 0 all checks hold, 1 a check failed, 2 wrong use. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Checks a public record of an election, trusting nothing but the centre's key.",
        exitCodeListHeading = "%nExit codes%n",
        exitCodeList = {"0:all checks hold", "1:a check failed", "2:wrong use"})
public final class VerifyCommand implements Callable<Integer> {
    private static final int KEY_BYTES = 32;
    // Held, because the logging system forgets loggers that nobody refers to.
    private static final Logger PDF_LOG = Logger.getLogger("org.apache.pdfbox");

    @Parameters(paramLabel = "DIR", description = "Folder of the record, with its manifest.json.")
    private Path folder = Path.of("");

    @Option(
            names = "--trust",
            paramLabel = "FILE",
            description =
                    "Key of the centre that you trust (hex); else that in the record is taken.")
    private @Nullable Path trust;

    @Option(names = "--json", description = "The report as JSON.")
    private boolean json;

    @Option(
            names = "--quick",
            description = "Leaves out the ballots' proofs, which take nearly all the time.")
    private boolean quick;

    public static void main(String[] args) {
        PDF_LOG.setLevel(Level.OFF);
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new VerifyCommand())
                .setParameterExceptionHandler((e, args) -> wrongUse(e.getMessage() + " [VF-90]"));
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(folder)) {
            return wrongUse("no such folder: " + folder + " [VF-91]");
        }
        if (!Files.exists(folder.resolve("manifest.json"))
                && !Files.exists(folder.resolve("trust"))) {
            return wrongUse("not a public record, it has no manifest.json: " + folder + " [VF-92]");
        }
        String key = null;
        if (trust != null) {
            key = Files.isRegularFile(trust) ? Files.readString(trust).strip() : "";
            if (!Hex.isHex(key, KEY_BYTES)) {
                return wrongUse("no file with a key of 64 hex digits: " + trust + " [VF-93]");
            }
        }
        long start = System.nanoTime();
        Verification.Outcome outcome = Verification.run(folder, key, quick, progress());
        System.err.print(atTerminal() ? "\r\033[K" : "");
        Report report = new Report(outcome, Duration.ofNanos(System.nanoTime() - start));
        if (json) {
            report.printJson(System.out);
        } else {
            report.print(System.out);
        }
        return outcome.findings().failures().isEmpty() ? 0 : 1;
    }

    /** A line that is overwritten, where a person looks. */
    private IntConsumer progress() throws IOException {
        if (!atTerminal()) {
            return checked -> {};
        }
        int all = Verification.ballots(folder);
        AtomicInteger done = new AtomicInteger();
        return checked ->
                System.err.printf("\rballots checked: %d of %d", done.addAndGet(checked), all);
    }

    @SuppressWarnings("SystemConsoleNull") // its documentation still allows null
    private static boolean atTerminal() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    private static int wrongUse(String what) {
        System.err.println("tamga verify: " + what);
        return 2;
    }
}
