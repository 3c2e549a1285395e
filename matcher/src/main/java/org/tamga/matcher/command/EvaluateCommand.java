package org.tamga.matcher.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tamga.matcher.Extraction;
import org.tamga.matcher.command.EvaluationTables.Document;
import org.tamga.matcher.command.EvaluationTables.Pooled;
import org.tamga.matcher.command.EvaluationTables.Result;
import org.tamga.matcher.evaluation.AccuracyReport;
import org.tamga.matcher.evaluation.Comparisons;
import org.tamga.matcher.evaluation.DetCurve;
import org.tamga.matcher.evaluation.DiscardCurve;
import org.tamga.matcher.evaluation.FingerSet;
import org.tamga.matcher.evaluation.OpenSearches;
import org.tamga.matcher.evaluation.OpenSearches.Way;
import org.tamga.matcher.evaluation.ScoreHistogram;
import org.tamga.matcher.evaluation.SearchReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Accuracy on folders of images, stock SourceAFIS beside ours. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description =
                "Error rates on folders of images named <finger>_<impression>.<ext>, stock SourceAFIS"
                        + " beside ours: 1:1 and, with --subjects, 1:N. Intervals are 95 %%,"
                        + " bootstrapped over fingers.")
public final class EvaluateCommand implements Callable<Integer> {
    private static final int MOST_SUBJECTS = 1_000_000;

    @Parameters(paramLabel = "FOLDER", arity = "1..*", description = "folders of images")
    private List<Path> folders = List.of();

    @Option(
            names = "--extraction",
            paramLabel = "WAY",
            split = ",",
            defaultValue = "STOCK,STANDARD",
            description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE})")
    private List<Extraction> extractions = List.of();

    @Option(
            names = "--pairs",
            paramLabel = "WHICH",
            defaultValue = "EVERY",
            description =
                    "EVERY two impressions of a folder; FVC: every two of a finger, of different fingers"
                            + " the first impressions; ENROLLED: first impressions against all"
                            + " others (default ${DEFAULT-VALUE})")
    private Comparisons.Pairs pairs = Comparisons.Pairs.EVERY;

    @Option(
            names = "--subjects",
            paramLabel = "N",
            description =
                    "search too, among N subjects: a third of the fingers are enrolled, a third are"
                            + " strangers, a third and strangers made of them fill the gallery;"
                            + " then they change places")
    private int subjects;

    @Option(
            names = "--fingers",
            paramLabel = "N",
            defaultValue = "1",
            description = "fingers presented together in searches, 1 to 4, summed")
    private int fingers = 1;

    @Option(
            names = "--det",
            paramLabel = "FILE",
            description = "write DET curves as CSV and as PNG, side by side")
    private @Nullable Path det;

    @Option(
            names = "--plot",
            paramLabel = "FILE",
            description =
                    "write a histogram of scores as PNG; of several folders one each, FILE-<folder>")
    private @Nullable Path plot;

    @Option(
            names = "--discard",
            paramLabel = "FILE",
            description = "write error versus discard by quality as CSV, and as PNG beside it")
    private @Nullable Path discard;

    @Mixin private FingerFiles files = new FingerFiles();
    @Mixin private Output output = new Output();

    private final List<Result> results = new ArrayList<>();
    private final List<DetCurve> curves = new ArrayList<>();
    private final Map<String, DiscardCurve> discards = new LinkedHashMap<>();
    private final Map<String, List<ScoreHistogram>> histograms = new LinkedHashMap<>();

    @Override
    public Integer call() {
        check();
        List<Pooled> pooled = new ArrayList<>();
        List<DetCurve> pooledCurves = new ArrayList<>();
        List<SearchReport> searches = new ArrayList<>();
        for (Extraction extraction : extractions) {
            List<Comparisons> all = new ArrayList<>();
            List<FingerSet> sets = new ArrayList<>();
            for (Path folder : folders) {
                sets.add(read(folder, extraction));
                all.add(evaluate(folder, extraction, sets.getLast()));
            }
            Comparisons together = Comparisons.pooled(all);
            pooled.add(pooled(extraction, together));
            if (folders.size() > 1) {
                pooledCurves.add(
                        DetCurve.of("pooled", EvaluationTables.word(extraction), together));
            }
            if (subjects > 0) {
                searches.addAll(search(extraction, FingerSet.joined(sets)));
            }
        }
        curves.addAll(pooledCurves);
        EvaluationTables tables = new EvaluationTables(output);
        Document document = new Document(pairs, results, pooled, searches);
        if (output.json()) {
            output.document(document);
        } else {
            tables.print(document);
        }
        write();
        return 0;
    }

    private void check() {
        if (subjects < 0 || subjects > MOST_SUBJECTS || fingers < 1 || fingers > 4) {
            throw new CommandFailure(
                    "--subjects must be 1 to 1000000 and --fingers 1 to 4", "MC-01");
        }
        Stream.of(det, plot, discard)
                .flatMap(Stream::ofNullable)
                .forEach(EvaluationFiles::checkFolder);
    }

    private FingerSet read(Path folder, Extraction extraction) {
        try (Progress progress = new Progress(output.err())) {
            return files.set(List.of(folder), extraction, progress);
        }
    }

    private Comparisons evaluate(Path folder, Extraction extraction, FingerSet set) {
        Comparisons comparisons;
        try (Progress progress = new Progress(output.err())) {
            progress.start("compare", set.samples().size());
            comparisons = Comparisons.of(set, pairs, progress::step);
        }
        if (comparisons.genuine().isEmpty() || comparisons.impostor().isEmpty()) {
            throw new CommandFailure(
                    "error rates need two fingers and two impressions of one", "MC-04");
        }
        String name = EvaluationFiles.name(folder);
        String word = EvaluationTables.word(extraction);
        results.add(new Result(name, extraction, AccuracyReport.of(set, comparisons)));
        if (det != null) {
            curves.add(DetCurve.of(name, word, comparisons));
        }
        if (discard != null) {
            discards.put(name + " " + word, DiscardCurve.of(comparisons));
        }
        if (plot != null) {
            histograms
                    .computeIfAbsent(name, folderName -> new ArrayList<>())
                    .add(ScoreHistogram.of(word, comparisons));
        }
        return comparisons;
    }

    private Pooled pooled(Extraction extraction, Comparisons comparisons) {
        List<AccuracyReport> reports =
                results.stream()
                        .filter(result -> result.extraction() == extraction)
                        .map(Result::report)
                        .toList();
        return new Pooled(
                extraction,
                reports.stream().mapToDouble(AccuracyReport::eer).average().orElse(0),
                reports.stream()
                        .mapToDouble(report -> report.extractionMillis().p50())
                        .average()
                        .orElse(0),
                reports.size() == 1
                        ? reports.getFirst().operatingPoints()
                        : AccuracyReport.points(comparisons));
    }

    /** Stock exhaustively only: it has no other way. */
    private List<SearchReport> search(Extraction extraction, FingerSet set) {
        OpenSearches searches = new OpenSearches(set, fingers);
        if (searches.people() < 3 || searches.people() > 3 * subjects) {
            throw new CommandFailure(
                    "%d people of %d fingers do not fit a search among %d"
                            .formatted(searches.people(), fingers, subjects),
                    "MC-04");
        }
        if (!searches.haveMinutiae()) {
            throw new CommandFailure(
                    "no image of a third of the fingers in " + folders + " has minutiae", "MC-03");
        }
        List<SearchReport> reports = new ArrayList<>();
        for (Way way :
                extraction == Extraction.STOCK ? List.of(Way.EXHAUSTIVE) : List.of(Way.values())) {
            try (Progress progress = new Progress(output.err())) {
                progress.start("search", searches.searches());
                String name = EvaluationTables.word(extraction) + " " + EvaluationTables.word(way);
                reports.addAll(
                        SearchReport.of(
                                "all",
                                name,
                                subjects,
                                fingers,
                                searches.run(way, subjects, progress::step)));
            }
        }
        return reports;
    }

    private void write() {
        if (plot != null) {
            EvaluationFiles.histograms(plot, histograms);
        }
        if (det != null) {
            EvaluationFiles.det(det, curves);
        }
        if (discard != null) {
            EvaluationFiles.discard(discard, discards);
        }
    }
}
