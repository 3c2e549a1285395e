package org.tamga.election.protocol;

import java.util.List;
import java.util.Map;
import org.tamga.election.count.EntryComparison;
import org.tamga.election.count.PaperCount;
import org.tamga.election.count.RatioOutcome;

/** A protocol that nobody has checked yet: the two entries and what the journal says. */
public final class DraftProtocol {
    private DraftProtocol() {}

    /**
     * A draft from both entries.
     *
     * @throws IllegalArgumentException if the station is not in the package
     */
    public static DraftProtocol of(ProtocolBasis basis, PaperCount first, PaperCount second) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Where the entries differ from each other. */
    public EntryComparison comparison() {
        throw new UnsupportedOperationException("not yet");
    }

    /** The control ratios on the first entry, live while it is typed. */
    public List<RatioOutcome> outcomes() {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * Tries to balance the protocol.
     *
     * @param answersToWarnings the commission's written answer to each warning that does not hold,
     *     by {@link RatioOutcome#key}
     */
    public Balancing balance(Map<String, String> answersToWarnings) {
        throw new UnsupportedOperationException("not yet");
    }

    /** What came of balancing. */
    public sealed interface Balancing {}

    public record Balanced(BalancedProtocol protocol) implements Balancing {}

    /**
     * @param differences lines on which the entries differ
     * @param incomplete lines that an entry lacks, or has and should not
     * @param broken ratios that do not hold: errors, and warnings without an answer
     */
    public record NotBalanced(
            List<EntryComparison.Difference> differences,
            List<String> incomplete,
            List<RatioOutcome> broken)
            implements Balancing {}
}
