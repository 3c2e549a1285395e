package org.tamga.devices.command;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.tamga.devices.profile.ProfileProblem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code tamga devices}: 0 all right, 1 a device failed its test, 2 wrong use with one line on
 * standard error.
 */
@Command(
        name = "tamga devices",
        description = "What is attached, does it work, and simulated people for it.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ListCommand.class,
            TestCommand.class,
            WatchCommand.class,
            SimulateCommand.class,
            InstallCommand.class,
            FingersCommand.class,
            FacesCommand.class,
            DocumentCommand.class
        })
public final class DevicesCommandLine implements Runnable {
    /** Codes of wrong use. */
    static final String WRONG_USE = "DV-40";

    static final String NOT_WRITABLE = "DV-41";

    private final Reader in;

    @Spec private CommandSpec spec;

    /** Reads what a person types. */
    public DevicesCommandLine() {
        this(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    }

    @SuppressWarnings("NullAway.Init") // picocli fills the field
    private DevicesCommandLine(Reader in) {
        this.in = in;
    }

    /** Runs a command line and gives its exit code. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return run(new DevicesCommandLine(), out, err, arguments);
    }

    /**
     * Runs a command line and gives its exit code.
     *
     * @param in lines for commands that obey while they run
     */
    public static int run(Reader in, PrintWriter out, PrintWriter err, String... arguments) {
        return run(new DevicesCommandLine(in), out, err, arguments);
    }

    private static int run(
            DevicesCommandLine command, PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(command);
        line.setOut(out);
        line.setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(
                (e, args) -> refuse(err, String.valueOf(e.getMessage()), WRONG_USE));
        line.setExecutionExceptionHandler(
                (e, _, parsed) ->
                        switch (e) {
                            case RefusedFile refused -> refuse(err, refused.problem());
                            case UncheckedIOException io -> refuse(err, said(io), NOT_WRITABLE);
                            case IOException io -> refuse(err, said(io), NOT_WRITABLE);
                            default -> throw e;
                        });
        return line.execute(arguments);
    }

    /** What a person types while a command runs. */
    Reader in() {
        return in;
    }

    private static String said(Exception e) {
        return e.getMessage()
                + (e instanceof java.nio.file.FileSystemException ? " cannot be used" : "");
    }

    private static int refuse(PrintWriter err, String what, String code) {
        String oneLine = what.lines().findFirst().orElse("failed");
        err.printf("tamga devices: %s [%s]%n", oneLine, code);
        err.flush();
        return 2;
    }

    private static int refuse(PrintWriter err, ProfileProblem problem) {
        err.printf("tamga devices: %s%n", problem);
        err.flush();
        return 2;
    }

    /** A profile or kit that the command was given is wrong. */
    static final class RefusedFile extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient ProfileProblem problem;

        RefusedFile(ProfileProblem problem) {
            super(problem.toString());
            this.problem = problem;
        }

        ProfileProblem problem() {
            return problem;
        }
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "say what: list, test, watch, simulate, install, fingers or faces (--help tells more)");
    }
}
