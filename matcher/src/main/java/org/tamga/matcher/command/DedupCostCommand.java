package org.tamga.matcher.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tamga.matcher.FingerTemplate;
import org.tamga.matcher.dedup.DedupCost;
import org.tamga.matcher.dedup.RealMates;
import org.tamga.matcher.evaluation.FingerSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What would the de-duplication of a country cost? */
@Command(
        name = "dedup-cost",
        mixinStandardHelpOptions = true,
        description =
                "What would the de-duplication of a large batch cost? Searches one block of made people"
                        + " on one thread of this machine, with fingers made of the images' minutiae,"
                        + " and multiplies.")
public final class DedupCostCommand implements Callable<Integer> {
    private static final double GIGA = 1e9;

    @Parameters(arity = "1..*", paramLabel = "FOLDER", description = "folders of images")
    private List<Path> folders = List.of();

    @Option(
            names = "--subjects",
            paramLabel = "N",
            defaultValue = "4500000",
            description = "subjects of the batch (default ${DEFAULT-VALUE})")
    private long subjects = 4_500_000;

    @Option(
            names = "--fingers",
            paramLabel = "N",
            defaultValue = "2",
            description = "enrolled fingers of a subject (default ${DEFAULT-VALUE})")
    private int fingers = 2;

    @Option(
            names = "--impressions",
            paramLabel = "N",
            defaultValue = "2",
            description = "enrolled impressions of a finger (default ${DEFAULT-VALUE})")
    private int impressions = 2;

    @Option(
            names = "--presented",
            paramLabel = "N",
            defaultValue = "2",
            description = "of them presented to the search (default ${DEFAULT-VALUE})")
    private int presented = 2;

    @Option(
            names = "--fpir",
            paramLabel = "N",
            defaultValue = "1000",
            description = "false suspicions per million subjects (default ${DEFAULT-VALUE})")
    private int fpirPerMillion = 1000;

    @Option(
            names = "--probes",
            paramLabel = "N",
            defaultValue = "200",
            description = "made people to measure with (default ${DEFAULT-VALUE})")
    private int probes = 200;

    @Mixin private FingerFiles files = new FingerFiles();
    @Mixin private Output output = new Output();

    @Override
    public Integer call() {
        check("--subjects", subjects, 1, 100_000_000);
        check("--fingers", fingers, 1, 10);
        check("--impressions", impressions, 1, 4);
        check("--presented", presented, 1, 4);
        check("--fpir", fpirPerMillion, 1, 100_000);
        check("--probes", probes, 1, 4096);
        List<List<List<FingerTemplate>>> sets = sets();
        DedupCost.Result result =
                DedupCost.of(
                        sets,
                        new DedupCost.Plan(
                                subjects, fingers, impressions, presented, fpirPerMillion, probes));
        if (output.json()) {
            output.document(result);
        } else {
            print(result.measured());
            print(result.scaled());
            print(result.real());
        }
        return 0;
    }

    /** Of each folder its fingers, of each finger its impressions. */
    private List<List<List<FingerTemplate>>> sets() {
        FingerSet set;
        try (Progress progress = new Progress(output.err())) {
            set = files.set(folders, progress);
        }
        if (set.samples().stream().allMatch(sample -> sample.template().minutiae() == 0)) {
            throw new CommandFailure("no image in " + folders + " has minutiae", "MC-03");
        }
        Map<Path, Map<String, List<FingerTemplate>>> byFolder = new LinkedHashMap<>();
        for (FingerSet.Sample sample : set.samples()) {
            byFolder.computeIfAbsent(
                            sample.file().path().resolveSibling(""), f -> new LinkedHashMap<>())
                    .computeIfAbsent(sample.file().finger(), finger -> new ArrayList<>())
                    .add(sample.template());
        }
        return byFolder.values().stream()
                .map(fingersOf -> List.copyOf(fingersOf.values()))
                .toList();
    }

    private void print(RealMates real) {
        output.line(
                "%12d second enrolments of %d real people: %d missed by the stages, %d below these"
                        + " scores",
                real.pairs(), real.people(), real.missedByStages(), real.missedByScore());
    }

    private static void check(String what, long value, long least, long most) {
        if (value < least || value > most) {
            throw new CommandFailure(
                    "%s must be %d to %d, not %d".formatted(what, least, most, value), "MC-01");
        }
    }

    private void print(DedupCost.Measured m) {
        output.line(
                "measured on one thread, processor time, a block of %d made people:", m.block());
        output.line("%12.2f s to make a block ready", m.buildSeconds());
        output.line("%12.1f ms a subject against a block", 1000 * m.secondsAProbe());
        output.line("%,12.0f pairs of subjects/s", m.pairsASecond());
        output.line("%,12.0f probe × template/s", m.templatesASecond());
        output.line("%12.0f bytes a template as it travels", m.templateBytes());
        output.line("%12.0f bytes a template in a block", m.heapBytes());
        output.line(
                "%12d made people enrolled again: %d missed by the stages, %d below the scores",
                m.again(), m.missedByStages(), m.missedByScore());
    }

    private void print(DedupCost.Scaled s) {
        output.line("scaled to %,d subjects of %d × %d:", subjects, fingers, impressions);
        output.line("%12.1f score needed by one finger", s.threshold());
        Double sum = s.sumThreshold();
        if (sum != null) {
            output.line("%12.1f score needed by two fingers together", sum);
        }
        output.line("%12.2e pairs of subjects", s.pairs());
        output.line("%,12.0f core-hours", s.coreHours());
        output.line("%,12.0f false suspicions to be expected at most", s.falseSuspicions());
        output.line("%12.1f GB of templates, once; a grid holds them twice", s.gridBytes() / GIGA);
        output.line("%,12.0f GB of probes travel in a grid", s.trafficBytes() / GIGA);
        output.line("%,12.0f units, a line of the work file each", s.units());
    }
}
