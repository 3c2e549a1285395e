package org.tamga.devices.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "document",
        description = "Writes docs/devices.md anew from the profiles.",
        hidden = true,
        mixinStandardHelpOptions = true)
final class DocumentCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE")
    private Path file;

    @SuppressWarnings("NullAway.Init") // picocli fills the field
    DocumentCommand() {}

    @Override
    public Integer call() throws IOException {
        Files.writeString(file, DevicesDocument.of(new Loaded().catalogue()));
        return 0;
    }
}
