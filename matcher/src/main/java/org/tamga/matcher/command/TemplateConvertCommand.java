package org.tamga.matcher.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tamga.matcher.FingerImpression;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Template files to one template file of another format. */
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        description = "Converts template files; the impressions of several files are put into one.")
final class TemplateConvertCommand implements Callable<Integer> {
    @Parameters(paramLabel = "IN", arity = "1..*", description = "template files of any format")
    private List<Path> inputs = List.of();

    @Mixin private TemplateFiles templates = new TemplateFiles();
    @Mixin private Output output = new Output();

    @Override
    public Integer call() {
        List<FingerImpression> impressions =
                inputs.stream()
                        .flatMap(input -> TemplateFiles.read(input).impressions().stream())
                        .toList();
        templates.write(impressions, output);
        return 0;
    }
}
