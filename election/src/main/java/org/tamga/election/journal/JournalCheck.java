package org.tamga.election.journal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tamga.election.journal.JournalVerdict.Broken;
import org.tamga.election.journal.JournalVerdict.Intact;
import org.tamga.election.wire.DetachedSignature;
import org.tamga.election.wire.Digests;
import org.tamga.election.wire.Hex;
import org.tamga.election.wire.SignedKind;

/** Checks sequence, chain, hashes, signatures and data of a journal. */
public final class JournalCheck {
    private final String terminalId;
    private final byte[] publicKey;
    private long position;
    private String expectedPrev;
    private @Nullable SignedEvent last;

    private JournalCheck(String terminalId, byte[] publicKey, long position, String prev) {
        this.terminalId = terminalId;
        this.publicKey = publicKey;
        this.position = position;
        this.expectedPrev = prev;
    }

    /**
     * Checks a whole journal.
     *
     * @param publicKey raw Ed25519 key of the terminal from the election package
     */
    public static JournalVerdict verify(
            String electionId, String terminalId, byte[] publicKey, Iterable<SignedEvent> events) {
        String anchor = JournalChain.anchor(electionId, terminalId);
        return new JournalCheck(terminalId, publicKey, 0, anchor).all(events);
    }

    /**
     * As {@link #verify}, for events that follow a part of the journal that is checked already.
     *
     * @param head where the checked part ends
     * @return if intact, the number of all events from the first of the journal on
     */
    public static JournalVerdict verifyAfter(
            JournalHead head, byte[] publicKey, Iterable<SignedEvent> events) {
        return new JournalCheck(head.terminal(), publicKey, head.seq(), head.hash()).all(events);
    }

    /**
     * As {@link #verify}, and the journal must end where its head says. The signature of the head
     * is checked by the caller.
     */
    public static JournalVerdict verifyUpTo(
            JournalHead head, byte[] publicKey, Iterable<SignedEvent> events) {
        JournalVerdict verdict = verify(head.electionId(), head.terminal(), publicKey, events);
        if (verdict instanceof Intact intact && !endsAt(head, intact.last())) {
            return new Broken(
                    intact.events() + 1,
                    JournalFault.CUT_OFF,
                    "the journal does not end at event " + head.seq());
        }
        return verdict;
    }

    private JournalVerdict all(Iterable<SignedEvent> events) {
        for (SignedEvent event : events) {
            position++;
            Optional<Broken> broken = accept(event);
            if (broken.isPresent()) {
                return broken.get();
            }
        }
        return new Intact(position, last);
    }

    private static boolean endsAt(JournalHead head, @Nullable SignedEvent last) {
        return last != null && last.event().seq() == head.seq() && last.hash().equals(head.hash());
    }

    private Optional<Broken> accept(SignedEvent signed) {
        JournalEvent event = signed.event();
        if (!event.terminal().equals(terminalId)) {
            return broken(JournalFault.FOREIGN_TERMINAL, "the event is another terminal's");
        }
        if (event.seq() != position) {
            return broken(JournalFault.WRONG_SEQUENCE, "the event has the number " + event.seq());
        }
        if (!event.prev().equals(expectedPrev)) {
            return broken(JournalFault.BROKEN_CHAIN, "the event does not follow the one before");
        }
        byte[] canonical = event.canonical();
        if (!Digests.sha256Hex(canonical).equals(signed.hash())) {
            return broken(JournalFault.WRONG_HASH, "the hash is not the event's");
        }
        if (!signatureOf(signed, canonical)) {
            return broken(JournalFault.BAD_SIGNATURE, "the signature is not the terminal's");
        }
        Optional<String> problem = EventData.problem(event.type(), event.actor(), event.data());
        if (problem.isPresent()) {
            return broken(JournalFault.UNKNOWN_DATA, problem.get());
        }
        expectedPrev = signed.hash();
        last = signed;
        return Optional.empty();
    }

    private boolean signatureOf(SignedEvent signed, byte[] canonical) {
        return Hex.isBytes(signed.signature(), 64)
                && DetachedSignature.ed25519(publicKey, signed.signature())
                        .verifies(SignedKind.JOURNAL_EVENT, canonical, publicKey);
    }

    private Optional<Broken> broken(JournalFault fault, String detail) {
        return Optional.of(new Broken(position, fault, detail));
    }
}
