package org.tamga.matcher.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Faces from image files. */
@Command(
        name = "face",
        mixinStandardHelpOptions = true,
        description = "Faces from image files; the networks are kept by tamga matcher models.",
        subcommands = {
            FaceDetectCommand.class,
            FaceVerifyCommand.class,
            FaceIdentifyCommand.class,
            FacePortraitCommand.class,
            FaceLivenessCommand.class,
            FaceEvaluateCommand.class,
            FaceBenchmarkCommand.class
        })
public final class FaceCommand implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "which command? See tamga matcher face --help");
    }
}
