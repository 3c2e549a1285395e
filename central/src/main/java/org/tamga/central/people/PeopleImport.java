package org.tamga.central.people;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.tamga.central.CentralFailure;
import org.tamga.central.Progress;
import org.tamga.central.definition.ElectionDefinition;
import org.tamga.election.voter.DirectoryEntry;
import org.tamga.election.voter.PersonalNumber;
import org.tamga.election.voter.VoterId;

/**
 * Takes a population list in: checks every line, makes finger templates on all cores, writes new
 * and changed people. A second import of the same folder changes nothing.
 */
public final class PeopleImport {
    private static final int BATCH = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ElectionDefinition definition;
    private final PeopleTable table;
    private final String salt;
    private final PersonReader reader;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param salt hex of 32 bytes under which personal numbers are hashed in this election
     * @param dpi resolution of the finger images
     */
    public PeopleImport(ElectionDefinition definition, PeopleTable table, String salt, double dpi) {
        this.definition = definition;
        this.table = table;
        this.salt = salt;
        this.reader = new PersonReader(salt, dpi);
    }

    /** How it went; people with a fault are left as they were. */
    public record Outcome(
            int added, int changed, int unchanged, int removed, List<ImportFault> faults) {}

    /** A line that was read, with the place it was read from. */
    private record Numbered(long line, PersonLine person, PersonalNumber pin) {}

    /**
     * Imports a folder.
     *
     * @param folder with {@code people.jsonl} and the images
     * @param complete whether people who are not in the folder leave the register
     * @throws CentralFailure CN-41 if there is no people.jsonl
     */
    public Outcome run(Path folder, boolean complete, PrintStream console) {
        var faults = new ArrayList<ImportFault>();
        List<Numbered> lines = lines(folder.resolve("people.jsonl"), faults);
        Map<String, PeopleTable.Known> known = table.known();
        Map<String, Integer> listNumbers = table.lastListNumbers();
        var seen = new HashSet<String>();
        var jobs = new ArrayList<Future<PersonReader.Reading>>();
        int[] counts = new int[3];
        try (ExecutorService pool =
                        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
                var progress = new Progress(console, "people", lines.size())) {
            for (Numbered line : lines) {
                String pinHash = DirectoryEntry.hashOf(salt, line.pin());
                seen.add(pinHash);
                PeopleTable.Known before = sameStation(known.get(pinHash), line.person());
                VoterId voter = before == null ? VoterId.random(random) : before.voter();
                int number =
                        before == null
                                ? listNumbers.merge(line.person().station(), 1, Integer::sum)
                                : before.listNumber();
                String source = before == null ? "" : before.source();
                jobs.add(
                        pool.submit(
                                () -> {
                                    try {
                                        return reader.read(
                                                folder,
                                                line.line(),
                                                line.person(),
                                                line.pin(),
                                                voter,
                                                number,
                                                source);
                                    } finally {
                                        progress.step();
                                    }
                                }));
            }
            store(jobs, known, faults, counts);
        }
        int removed = complete ? removeAllBut(seen, known) : 0;
        return new Outcome(counts[0], counts[1], counts[2], removed, List.copyOf(faults));
    }

    private void store(
            List<Future<PersonReader.Reading>> jobs,
            Map<String, PeopleTable.Known> known,
            List<ImportFault> faults,
            int[] counts) {
        var batch = new ArrayList<PeopleTable.Entry>();
        for (Future<PersonReader.Reading> job : jobs) {
            switch (result(job)) {
                case PersonReader.Unchanged() -> counts[2]++;
                case PersonReader.Faulty(List<ImportFault> found) -> faults.addAll(found);
                case PersonReader.Taken(PeopleTable.Entry entry) -> {
                    PeopleTable.Known before = known.get(entry.pinHash());
                    counts[before == null ? 0 : 1]++;
                    if (before != null && !before.voter().equals(entry.person().id())) {
                        table.remove(List.of(before.voter()));
                    }
                    batch.add(entry);
                    if (batch.size() == BATCH) {
                        write(batch);
                    }
                }
            }
        }
        write(batch);
    }

    /** Who moves to another station is somebody new there, and removed where they were. */
    private static PeopleTable.@Nullable Known sameStation(
            PeopleTable.@Nullable Known before, PersonLine line) {
        return before != null && before.station().equals(line.station()) ? before : null;
    }

    private void write(List<PeopleTable.Entry> batch) {
        table.put(batch);
        batch.forEach(entry -> entry.person().close());
        batch.clear();
    }

    private int removeAllBut(Set<String> seen, Map<String, PeopleTable.Known> known) {
        List<VoterId> gone =
                known.entrySet().stream()
                        .filter(entry -> !seen.contains(entry.getKey()))
                        .map(entry -> entry.getValue().voter())
                        .sorted()
                        .toList();
        table.remove(gone);
        return gone.size();
    }

    private static PersonReader.Reading result(Future<PersonReader.Reading> job) {
        try {
            return job.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The import was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A person could not be read", e.getCause());
        }
    }

    private List<Numbered> lines(Path file, List<ImportFault> faults) {
        List<String> texts;
        try {
            texts = Files.readAllLines(file);
        } catch (IOException e) {
            throw CentralFailure.usage("CN-41", "there is no readable " + file);
        }
        var lines = new ArrayList<Numbered>();
        var pins = new HashSet<String>();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            if (!text.isBlank()) {
                parse(i + 1, text, pins, lines, faults);
            }
        }
        return lines;
    }

    private void parse(
            long number,
            String text,
            Set<String> pins,
            List<Numbered> lines,
            List<ImportFault> faults) {
        PersonLine line;
        try {
            line = JSON.readValue(text, PersonLine.class);
        } catch (JacksonException e) {
            faults.add(new ImportFault(number, "CN-42", "not a person: malformed JSON"));
            return;
        }
        switch (PersonalNumber.parse(line.pin())) {
            case PersonalNumber.Invalid(PersonalNumber.Reason reason) ->
                    faults.add(
                            new ImportFault(
                                    number, reason.code(), "not a personal number: " + reason));
            case PersonalNumber.Valid(PersonalNumber pin) -> {
                if (!pins.add(pin.digits())) {
                    faults.add(new ImportFault(number, "CN-43", "the personal number came before"));
                } else if (!fits(line)) {
                    faults.add(
                            new ImportFault(
                                    number,
                                    "CN-44",
                                    "no such station and ballot style: %s, %s"
                                            .formatted(line.station(), line.ballotStyle())));
                } else {
                    lines.add(new Numbered(number, line, pin));
                }
            }
        }
    }

    private boolean fits(PersonLine line) {
        return definition.stations().stream()
                .anyMatch(
                        station ->
                                station.id().equals(line.station())
                                        && station.ballotStyleIds().contains(line.ballotStyle()));
    }
}
