package org.tamga.matcher.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Template files of this and other systems. */
@Command(
        name = "template",
        mixinStandardHelpOptions = true,
        description =
                "Fingerprint templates of ISO/IEC 19794-2, ANSI INCITS 378, SourceAFIS and our own form.",
        subcommands = {
            TemplateExtractCommand.class,
            TemplateConvertCommand.class,
            TemplateShowCommand.class
        })
public final class TemplateCommand implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "which command? extract, convert or show");
    }
}
