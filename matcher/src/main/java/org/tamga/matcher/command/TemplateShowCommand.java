package org.tamga.matcher.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tamga.matcher.FingerImpression;
import org.tamga.matcher.FingerPosition;
import org.tamga.matcher.exchange.TemplateImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What a template file holds, without anything that tells one finger from another. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Format, fingers, views and numbers of minutiae of a template file.")
final class TemplateShowCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "template file of any format")
    private Path file = Path.of(".");

    @Mixin private Output output = new Output();

    private record Answer(String format, String title, double dpi, List<Finger> fingers) {}

    private record Finger(String position, int code, List<Integer> minutiae) {}

    @Override
    public Integer call() {
        Answer answer = answer(TemplateFiles.read(file));
        if (output.json()) {
            output.document(answer);
        } else {
            output.line("%s: %s, %.0f dpi", file, answer.title(), answer.dpi());
            for (Finger finger : answer.fingers()) {
                output.line(
                        "  %-13s %d views, minutiae %s",
                        finger.position(), finger.minutiae().size(), finger.minutiae());
            }
        }
        return 0;
    }

    private static Answer answer(TemplateImport.Imported imported) {
        Map<FingerPosition, List<Integer>> views = new EnumMap<>(FingerPosition.class);
        for (FingerImpression impression : imported.impressions()) {
            views.computeIfAbsent(impression.position(), position -> new ArrayList<>())
                    .add(impression.template().minutiae());
        }
        List<Finger> fingers =
                views.entrySet().stream()
                        .map(e -> new Finger(e.getKey().word(), e.getKey().code(), e.getValue()))
                        .toList();
        return new Answer(
                imported.format().name().toLowerCase(Locale.ROOT),
                imported.format().title(),
                imported.dpi(),
                fingers);
    }
}
