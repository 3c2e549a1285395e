package org.tamga.kiosk;

import java.io.PrintWriter;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.tamga.kiosk.demo.DemoCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The terminals' command line: {@code tamga station|booth|demo}. Wrong use ends with one line on
 * stderr and exit code 2.
 */
@Command(
        name = "tamga",
        description = "Polling-station terminals",
        mixinStandardHelpOptions = true,
        subcommands = {StationCommand.class, BoothCommand.class, DemoCommand.class})
public final class Tamga implements Runnable {

    @Spec private @Nullable CommandSpec spec;

    /** Exit code of wrong use, a missing file or a bad value. */
    static final int WRONG_USE = 2;

    @Override
    public void run() {
        if (spec == null) {
            throw new IllegalStateException("picocli injects the spec before it calls");
        }
        throw new ParameterException(spec.commandLine(), "name a terminal: station, booth, demo");
    }

    /** The whole command line, without ending the process. */
    static int execute(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Tamga())
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler(Tamga::wrongUse)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
    }

    private static int wrongUse(ParameterException problem, String[] arguments) {
        CommandLine command = problem.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        String what = String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
        command.getErr().println(name + ": " + what + " [KA-01]");
        return WRONG_USE;
    }

    /** The time that every part of a terminal goes by. */
    static Clock clock() {
        return Clock.systemUTC();
    }

    public static void main(String[] arguments) {
        System.exit(
                execute(
                        new PrintWriter(System.out, true),
                        new PrintWriter(System.err, true),
                        arguments));
    }
}
