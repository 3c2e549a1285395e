package org.tamga.election.protocol;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tamga.election.count.ControlRatios;
import org.tamga.election.count.EntryComparison;
import org.tamga.election.count.FormLines;
import org.tamga.election.count.FormLines.ConcreteLine;
import org.tamga.election.count.PaperCount;
import org.tamga.election.count.RatioOutcome;
import org.tamga.election.definition.Contest;
import org.tamga.election.definition.ProtocolForm;
import org.tamga.election.definition.Severity;
import org.tamga.election.definition.Station;

/** A protocol that nobody has checked yet: the two entries and what the journal says. */
public final class DraftProtocol {
    private final ProtocolBasis basis;
    private final PaperCount first;
    private final PaperCount second;
    private final ProtocolForm form;
    private final List<Contest> contests;

    private DraftProtocol(ProtocolBasis basis, PaperCount first, PaperCount second) {
        this.basis = basis;
        this.first = first;
        this.second = second;
        this.form = basis.electionPackage().protocolForm();
        this.contests = basis.electionPackage().contestsOf(basis.station());
    }

    /** A draft from both entries. */
    public static DraftProtocol of(ProtocolBasis basis, PaperCount first, PaperCount second) {
        return new DraftProtocol(basis, first, second);
    }

    /** Where the entries differ from each other. */
    public EntryComparison comparison() {
        return EntryComparison.of(first, second);
    }

    /** The control ratios on the first entry, live while it is typed. */
    public List<RatioOutcome> outcomes() {
        return ControlRatios.evaluate(form, contests, lines());
    }

    /** Typed lines that an entry lacks and lines that it has and should not, sorted. */
    public List<String> incomplete() {
        Set<String> typed =
                FormLines.typed(form, contests).stream()
                        .map(ConcreteLine::key)
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> wrong = new TreeSet<>();
        for (PaperCount entry : List.of(first, second)) {
            Set<String> given = entry.values().keySet();
            typed.stream().filter(key -> !given.contains(key)).forEach(wrong::add);
            given.stream().filter(key -> !typed.contains(key)).forEach(wrong::add);
        }
        return List.copyOf(wrong);
    }

    /**
     * Tries to balance the protocol: both entries complete and equal, every ratio holds or is a
     * warning that the commission has answered.
     *
     * @param answersToWarnings the commission's written answer to each warning that does not hold,
     *     by {@link RatioOutcome#key}; answers to anything else are left out of the protocol
     */
    public Balancing balance(Map<String, String> answersToWarnings) {
        List<RatioOutcome> outcomes = outcomes();
        List<RatioOutcome> broken =
                outcomes.stream()
                        .filter(outcome -> !outcome.holds())
                        .filter(outcome -> !isAnswered(outcome, answersToWarnings))
                        .toList();
        List<String> incomplete = incomplete();
        if (!comparison().agrees() || !incomplete.isEmpty() || !broken.isEmpty()) {
            return new NotBalanced(comparison().differences(), incomplete, broken);
        }
        Map<String, String> answers = new TreeMap<>();
        outcomes.stream()
                .filter(outcome -> !outcome.holds())
                .forEach(
                        outcome ->
                                answers.put(
                                        outcome.key(),
                                        answersToWarnings.getOrDefault(outcome.key(), "").strip()));
        return new Balanced(new BalancedProtocol(content(outcomes, answers), basis));
    }

    private static boolean isAnswered(RatioOutcome outcome, Map<String, String> answers) {
        return outcome.severity() == Severity.WARNING
                && !answers.getOrDefault(outcome.key(), "").isBlank();
    }

    private Map<String, Long> lines() {
        return ProtocolLines.withCounters(
                form, contests, first.values(), basis.counters().byName());
    }

    private ProtocolContent content(List<RatioOutcome> outcomes, Map<String, String> answers) {
        Station station = basis.station();
        ProtocolBasis.Correction correction = basis.correction();
        return new ProtocolContent(
                ProtocolContent.FORMAT,
                basis.electionPackage().electionId(),
                basis.packageHash(),
                station.id(),
                basis.version(),
                correction == null ? null : correction.supersedes(),
                correction == null ? null : correction.reason(),
                lines(),
                outcomes,
                answers,
                basis.counters().byName(),
                basis.journalHead(),
                basis.boothRoots(),
                ProtocolLines.results(form, contests, first.values()),
                basis.closedAt());
    }

    /** What came of balancing. */
    public sealed interface Balancing {}

    /** The protocol may be signed. */
    public record Balanced(BalancedProtocol protocol) implements Balancing {}

    /**
     * The protocol may not be signed.
     *
     * @param differences lines on which the entries differ
     * @param incomplete lines that an entry lacks, or has and should not
     * @param broken ratios that do not hold: errors, and warnings without an answer
     */
    public record NotBalanced(
            List<EntryComparison.Difference> differences,
            List<String> incomplete,
            List<RatioOutcome> broken)
            implements Balancing {
        public NotBalanced {
            differences = List.copyOf(differences);
            incomplete = List.copyOf(incomplete);
            broken = List.copyOf(broken);
        }
    }
}
