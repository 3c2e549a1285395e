package org.tamga.kiosk.count;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tamga.election.count.ControlRatios;
import org.tamga.election.count.EntryComparison;
import org.tamga.election.count.FormLines;
import org.tamga.election.count.FormLines.ConcreteLine;
import org.tamga.election.count.PaperCount;
import org.tamga.election.count.RatioOutcome;
import org.tamga.election.definition.Contest;
import org.tamga.election.definition.ControlRatio;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.definition.LineSource;
import org.tamga.election.definition.Station;
import org.tamga.election.journal.EventType;
import org.tamga.election.journal.JournalEvent;
import org.tamga.election.text.LocalizedText;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.WireFormatException;
import org.tamga.kiosk.station.StationJournal;
import org.tamga.station.store.DocumentStore;

/**
 * Takes the two entries of the paper count. Each is kept before it is acknowledged, so that a power
 * cut costs no typing; the journal holds its hash.
 */
public final class CountDesk {
    private static final int TYPISTS = 2;

    private final ElectionPackage election;
    private final List<Contest> contests;
    private final StationJournal journal;
    private final DocumentStore documents;

    public CountDesk(
            ElectionPackage election,
            Station station,
            StationJournal journal,
            DocumentStore documents) {
        this.election = election;
        this.contests = election.contestsOf(station);
        this.journal = journal;
        this.documents = documents;
    }

    /**
     * An entry with who typed it.
     *
     * @param typist official's id
     */
    public record Entry(String typist, PaperCount count) {}

    /** What became of an entry. */
    public sealed interface Entering {}

    /** Kept; {@code comparison} is there as soon as both entries are. */
    public record Kept(Optional<EntryComparison> comparison) implements Entering {}

    /**
     * Nothing was kept. Codes: {@code CT-01} station not closed, {@code CT-02} two other officials
     * have typed already, {@code CT-03} lines are missing or unknown, {@code CT-04} a value out of
     * range, {@code CT-05} the protocol is balanced already.
     */
    public record Refused(String code, Set<String> lines) implements Entering {}

    /** The lines to type, in the form's order. */
    public List<ConcreteLine> lines() {
        return FormLines.typed(election.protocolForm(), contests);
    }

    /**
     * Keeps an entry, in place of an earlier one of the same official. The document comes before
     * the event: only what the journal names counts, so a power cut between the two changes
     * nothing.
     */
    public Entering enter(String typist, Map<String, Long> values) {
        var refused = check(typist, values);
        if (refused.isPresent()) {
            return refused.get();
        }
        var count = new PaperCount(values);
        documents.put(document(count.hash()), CanonicalJson.write(count));
        journal.append(EventType.COUNT_ENTRY, Map.of("typist", typist, "hash", count.hash()));
        var comparison = comparison();
        comparison.ifPresent(
                both ->
                        journal.append(
                                EventType.COUNT_DIFFERENCES,
                                Map.of("n", Integer.toString(both.differences().size()))));
        return new Kept(comparison);
    }

    private Optional<Refused> check(String typist, Map<String, Long> values) {
        var happened =
                journal.events().stream().map(JournalEvent::type).collect(Collectors.toSet());
        if (!happened.contains(EventType.STATION_CLOSED)) {
            return Optional.of(new Refused("CT-01", Set.of()));
        }
        if (happened.contains(EventType.PROTOCOL_BALANCED)) {
            return Optional.of(new Refused("CT-05", Set.of()));
        }
        var entries = entries();
        if (entries.size() == TYPISTS
                && entries.stream().noneMatch(entry -> entry.typist().equals(typist))) {
            return Optional.of(new Refused("CT-02", Set.of()));
        }
        var missing =
                lines().stream()
                        .map(ConcreteLine::key)
                        .collect(Collectors.toCollection(TreeSet::new));
        if (!missing.equals(values.keySet())) {
            missing.removeAll(values.keySet());
            return Optional.of(new Refused("CT-03", missing));
        }
        var outOfRange =
                values.entrySet().stream()
                        .filter(value -> value.getValue() < 0 || value.getValue() > PaperCount.MOST)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        return outOfRange.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refused("CT-04", outOfRange));
    }

    /** The entries kept, none to two, that of the official who began first. */
    public List<Entry> entries() {
        var hashes = new LinkedHashMap<String, String>();
        for (var event : journal.events()) {
            if (event.type() == EventType.COUNT_ENTRY) {
                hashes.put(
                        event.data().getOrDefault("typist", ""),
                        event.data().getOrDefault("hash", ""));
            }
        }
        return hashes.entrySet().stream()
                .map(entry -> new Entry(entry.getKey(), read(entry.getValue())))
                .toList();
    }

    /** The two entries side by side, once both are there. */
    public Optional<EntryComparison> comparison() {
        var entries = entries();
        return entries.size() < TYPISTS
                ? Optional.empty()
                : Optional.of(
                        EntryComparison.of(entries.getFirst().count(), entries.getLast().count()));
    }

    /** The control ratios on what is typed so far, together with what the journal counts. */
    public List<RatioOutcome> outcomes(Map<String, Long> typed) {
        var values = new HashMap<>(counted());
        values.putAll(typed);
        return ControlRatios.evaluate(election.protocolForm(), contests, values);
    }

    /**
     * A control ratio of the form.
     *
     * @throws IllegalArgumentException if there is none of that code
     */
    public ControlRatio ratio(String code) {
        return election.protocolForm().ratios().stream()
                .filter(ratio -> ratio.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no ratio " + code));
    }

    /** The title of the contest that an outcome is about; none for the station's own ratios. */
    public Optional<LocalizedText> contestOf(RatioOutcome outcome) {
        return contests.stream()
                .filter(contest -> contest.id().equals(outcome.contest()))
                .map(Contest::title)
                .findFirst();
    }

    /** The lines that the journal fills, by key. */
    public Map<String, Long> counted() {
        var counters = journal.counters().byName();
        var values = new HashMap<String, Long>();
        for (var line : FormLines.of(election.protocolForm(), contests)) {
            var counter = line.line().counter();
            if (line.line().source() == LineSource.COUNTER && counter != null) {
                values.put(line.key(), counters.getOrDefault(counter, 0L));
            }
        }
        return values;
    }

    private PaperCount read(String hash) {
        try {
            var bytes =
                    documents
                            .get(document(hash))
                            .orElseThrow(
                                    () -> new IllegalStateException("an entry is lost: " + hash));
            return CanonicalJson.read(bytes, PaperCount.class);
        } catch (WireFormatException e) {
            throw new IllegalStateException("a sealed entry of the count is not readable", e);
        }
    }

    private static String document(String hash) {
        return "count/" + hash;
    }
}
