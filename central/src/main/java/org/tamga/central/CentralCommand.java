package org.tamga.central;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code tamga central}: the central node's command line. */
@Command(
        name = "central",
        mixinStandardHelpOptions = true,
        description = "The central node: prepare, publish, receive, tally.",
        subcommands = {
            InitCommand.class,
            GuardianCommand.class,
            PeopleCommand.class,
            PublishCommand.class,
            ProvisionCommand.class,
            ServeCommand.class,
            ImportUsbCommand.class,
            TallyCommand.class,
            ManifestCommand.class,
            StatusCommand.class,
        })
public final class CentralCommand implements Runnable {

    /** Libraries speak up when something is wrong, not when they start. Held: loggers are weak. */
    private static final List<Logger> LIBRARIES =
            List.of(Logger.getLogger("com.zaxxer.hikari"), Logger.getLogger("org.eclipse.jetty"));

    /** Runs a command and ends the process with its status: 0 done, 1 failed check, 2 wrong use. */
    public static void main(String[] args) {
        LIBRARIES.forEach(library -> library.setLevel(Level.WARNING));
        System.exit(commandLine().execute(args));
    }

    /** The command line, ready to be executed; for main and for tests. */
    static CommandLine commandLine() {
        return new CommandLine(new CentralCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(
                        (wrong, args) -> {
                            wrong.getCommandLine()
                                    .getErr()
                                    .println(
                                            line(
                                                    wrong.getCommandLine(),
                                                    firstLine(wrong),
                                                    "CN-01"));
                            return 2;
                        })
                .setExecutionExceptionHandler(
                        (failure, command, result) -> {
                            if (failure instanceof CentralFailure expected) {
                                command.getErr()
                                        .println(
                                                line(
                                                        command,
                                                        firstLine(expected),
                                                        expected.code()));
                                return expected.exitStatus();
                            }
                            throw failure;
                        });
    }

    @Override
    public void run() {
        throw CentralFailure.usage("CN-01", "say what to do; --help lists the commands");
    }

    private static String line(CommandLine command, String what, String code) {
        String name = command.getCommandSpec().qualifiedName(" ");
        return "tamga %s: %s [%s]".formatted(name, what, code);
    }

    private static String firstLine(Exception failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
