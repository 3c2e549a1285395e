package org.tamga.election.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.tamga.election.wire.Digests;
import org.tamga.election.wire.SignedKind;
import org.tamga.election.wire.Signer;

/**
 * Makes the next event of a terminal's journal. For one writer: whoever appends holds a lock of its
 * own.
 */
public final class JournalChain {
    private final String terminalId;
    private final Signer signer;
    private long lastSeq;
    private String lastHash;

    /** A journal that has no event yet. */
    public JournalChain(String electionId, String terminalId, Signer signer) {
        this.terminalId = terminalId;
        this.signer = signer;
        this.lastHash = anchor(electionId, terminalId);
    }

    /** What the first event of a journal names as the one before. */
    public static String anchor(String electionId, String terminalId) {
        String text = "tamga journal|" + electionId + "|" + terminalId;
        return Digests.sha256Hex(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Goes on after the last stored event.
     *
     * @throws IllegalArgumentException if the event is another terminal's
     */
    public void resumeFrom(SignedEvent last) {
        if (!last.event().terminal().equals(terminalId)) {
            throw new IllegalArgumentException(
                    "an event of another terminal: " + last.event().terminal());
        }
        lastSeq = last.event().seq();
        lastHash = last.hash();
    }

    /**
     * The next event. The chain has advanced when this returns: an event that could not be stored
     * must be followed by {@link #resumeFrom} with the last stored one.
     *
     * @param at cut to whole seconds
     * @throws IllegalArgumentException if the data are not exactly those of the catalogue
     */
    public SignedEvent next(EventType type, Instant at, String actor, Map<String, String> data) {
        EventData.problem(type, actor, data)
                .ifPresent(
                        problem -> {
                            throw new IllegalArgumentException(problem);
                        });
        JournalEvent event =
                new JournalEvent(
                        lastSeq + 1,
                        type,
                        at.truncatedTo(ChronoUnit.SECONDS),
                        terminalId,
                        actor,
                        data,
                        lastHash);
        byte[] canonical = event.canonical();
        SignedEvent signed =
                new SignedEvent(
                        event,
                        Digests.sha256Hex(canonical),
                        signer.sign(SignedKind.JOURNAL_EVENT, canonical).signature());
        lastSeq = event.seq();
        lastHash = signed.hash();
        return signed;
    }
}
