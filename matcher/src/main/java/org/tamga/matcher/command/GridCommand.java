package org.tamga.matcher.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** De-duplication on several machines. */
@Command(
        name = "grid",
        mixinStandardHelpOptions = true,
        description = "De-duplication on several machines that hold parts of the gallery.",
        subcommands = {GridMemberCommand.class, GridDedupCommand.class})
public final class GridCommand implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "which command? See tamga matcher grid --help");
    }
}
