package org.tamga.matcher;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import org.tamga.matcher.command.BenchmarkCommand;
import org.tamga.matcher.command.CalibrateCommand;
import org.tamga.matcher.command.CommandFailure;
import org.tamga.matcher.command.DedupCommand;
import org.tamga.matcher.command.DedupCostCommand;
import org.tamga.matcher.command.EvaluateCommand;
import org.tamga.matcher.command.ExplainCommand;
import org.tamga.matcher.command.FaceCommand;
import org.tamga.matcher.command.GridCommand;
import org.tamga.matcher.command.IdentifyCommand;
import org.tamga.matcher.command.ModelsCommand;
import org.tamga.matcher.command.QualityCommand;
import org.tamga.matcher.command.TemplateCommand;
import org.tamga.matcher.command.VerifyCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code tamga matcher}: fingers and faces from image files. Exit code 0 done, 1 a check failed (no
 * match), 2 wrong use, with one line on the error stream.
 */
@Command(
        name = "tamga matcher",
        description = "Fingers and faces from image files: accuracy, quality, 1:1, 1:N, speed.",
        mixinStandardHelpOptions = true,
        version = "tamga matcher 0.1.0 (SourceAFIS 3.18.1)",
        subcommands = {
            EvaluateCommand.class,
            QualityCommand.class,
            VerifyCommand.class,
            ExplainCommand.class,
            IdentifyCommand.class,
            BenchmarkCommand.class,
            CalibrateCommand.class,
            DedupCommand.class,
            DedupCostCommand.class,
            GridCommand.class,
            FaceCommand.class,
            ModelsCommand.class,
            TemplateCommand.class
        })
public final class MatcherCommand implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    public static void main(String[] args) {
        Charset charset = System.out.charset();
        PrintWriter out = new PrintWriter(System.out, true, charset);
        PrintWriter err = new PrintWriter(System.err, true, charset);
        System.exit(run(out, err, args));
    }

    /** Runs one command and returns its exit code. */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new MatcherCommand())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(
                        (wrong, arguments) ->
                                fail(
                                        wrong.getCommandLine(),
                                        String.valueOf(wrong.getMessage()),
                                        "MC-01"))
                .setExecutionExceptionHandler(
                        (failure, command, parsed) -> {
                            if (failure instanceof CommandFailure expected) {
                                return fail(command, expected.what(), expected.code());
                            }
                            throw failure;
                        })
                .execute(args);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "which command? See tamga matcher --help");
    }

    private static int fail(CommandLine command, String what, String code) {
        String oneLine = what.lines().findFirst().orElse("wrong use");
        command.getErr()
                .println(
                        command.getCommandSpec().qualifiedName()
                                + ": "
                                + oneLine
                                + " ["
                                + code
                                + "]");
        return 2;
    }
}
