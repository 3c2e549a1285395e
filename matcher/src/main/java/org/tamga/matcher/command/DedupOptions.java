package org.tamga.matcher.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tamga.matcher.dedup.DedupFault;
import org.tamga.matcher.dedup.DedupJob;
import org.tamga.matcher.dedup.DedupReport.NotCompared;
import org.tamga.matcher.dedup.Enrolment;
import org.tamga.matcher.dedup.Population;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whom to compare and how, the same on one machine and on a grid. */
final class DedupOptions {
    @Parameters(
            arity = "1..*",
            paramLabel = "BATCH",
            description =
                    "folders and files of the batch: template files <subject>.<any>, or images"
                            + " <subject>_<impression>.<ext>,"
                            + " <subject>_<finger 1-10>_<impression>.<ext> or"
                            + " <person>-<finger>-<impression>.<ext>")
    private List<Path> batch = List.of();

    @Option(
            names = "--register",
            paramLabel = "FOLDER",
            description = "those whom the batch is also compared with, named in the same way")
    private List<Path> register = List.of();

    @Option(
            names = "--fpir",
            paramLabel = "N",
            defaultValue = "1000",
            description =
                    "false suspicions per million subjects of the batch, at most (default"
                            + " ${DEFAULT-VALUE})")
    private int fpirPerMillion = 1000;

    @Option(
            names = "--presented",
            paramLabel = "N",
            defaultValue = "2",
            description =
                    "impressions of each finger presented to the search; all are searched (default"
                            + " ${DEFAULT-VALUE})")
    private int presented = 2;

    @Option(
            names = "--work",
            paramLabel = "FILE",
            required = true,
            description = "finished work; the same command goes on from it after an interruption")
    private Path work = Path.of("work");

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "file for the suspected pairs as JSON")
    private Optional<Path> out = Optional.empty();

    @Mixin private FingerFiles files = new FingerFiles();
    @Mixin private Output output = new Output();

    /** What was read. */
    record Input(DedupJob job, List<NotCompared> notCompared) {}

    Path work() {
        return work;
    }

    Optional<Path> out() {
        return out;
    }

    Output output() {
        return output;
    }

    Input read() {
        if (fpirPerMillion < 1 || fpirPerMillion > 100_000) {
            throw new CommandFailure("--fpir must be 1 to 100000, not " + fpirPerMillion, "MC-01");
        }
        if (presented < 1) {
            throw new CommandFailure("--presented must be 1 or more, not " + presented, "MC-01");
        }
        EnrolmentFiles ofBatch = new EnrolmentFiles(files);
        EnrolmentFiles ofRegister = new EnrolmentFiles(files);
        List<Enrolment> batchSubjects;
        List<Enrolment> registerSubjects;
        try (Progress progress = new Progress(output.err())) {
            batchSubjects = ofBatch.read(batch, progress);
            registerSubjects = ofRegister.read(register, progress);
        }
        if (batchSubjects.isEmpty()) {
            throw failure(DedupFault.TOO_FEW, "nobody to compare in " + batch);
        }
        checkApart(batchSubjects, registerSubjects);
        List<NotCompared> notCompared = new ArrayList<>(ofBatch.notCompared());
        notCompared.addAll(ofRegister.notCompared());
        return new Input(
                DedupJob.of(
                        new Population(batchSubjects, registerSubjects), fpirPerMillion, presented),
                notCompared);
    }

    private static void checkApart(List<Enrolment> batch, List<Enrolment> register) {
        Set<String> ids = batch.stream().map(Enrolment::subject).collect(Collectors.toSet());
        register.stream()
                .map(Enrolment::subject)
                .filter(ids::contains)
                .findFirst()
                .ifPresent(
                        id -> {
                            throw failure(
                                    DedupFault.ID_TWICE,
                                    "subject " + id + " is in the batch and in the register");
                        });
    }

    static CommandFailure failure(DedupFault fault, String detail) {
        return new CommandFailure(detail, fault.code());
    }
}
