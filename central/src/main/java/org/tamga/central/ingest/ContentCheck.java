package org.tamga.central.ingest;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tamga.election.ballot.BallotSignatures;
import org.tamga.election.ballot.EncryptedBallot;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.definition.Station;
import org.tamga.election.definition.Terminal;
import org.tamga.election.definition.TerminalKind;
import org.tamga.election.exchange.BoothClosing;
import org.tamga.election.exchange.FileBundle;
import org.tamga.election.exchange.ItemEnvelope;
import org.tamga.election.exchange.ItemKind;
import org.tamga.election.exchange.TurnoutReport;
import org.tamga.election.journal.JournalCheck;
import org.tamga.election.journal.JournalFault;
import org.tamga.election.journal.JournalVerdict;
import org.tamga.election.journal.SignedEvent;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.DetachedSignature;
import org.tamga.election.wire.Hex;
import org.tamga.election.wire.SignedKind;
import org.tamga.election.wire.WireFormatException;

/**
 * Checks what an item carries before it is kept, and projects what the centre shows at once. Proofs
 * of ballots are left to the tally: they take 0.2 s each.
 */
final class ContentCheck {
    private final ElectionPackage electionPackage;
    private final ProtocolCheck protocols;

    ContentCheck(ElectionPackage electionPackage, ProtocolCheck protocols) {
        this.electionPackage = electionPackage;
        this.protocols = protocols;
    }

    /** Empty if the content is good and projected. */
    Optional<Ingested.Refused> check(
            ItemTable table, ItemEnvelope item, Station station, Terminal terminal)
            throws SQLException {
        if (!belongs(item.kind(), terminal.kind())) {
            return refused(
                    IngestCode.BAD_CONTENT,
                    "a terminal of kind " + terminal.kind() + " does not send " + item.kind());
        }
        try {
            return switch (item.kind()) {
                case TURNOUT -> turnout(table, item);
                case JOURNAL -> journal(table, item, terminal);
                case BALLOTS -> ballots(item, terminal);
                case BOOTH_CLOSING -> closing(item, terminal);
                case PROTOCOL ->
                        protocols.check(FileBundle.read(item.contentBytes()), station, terminal);
                case SHRED_ACT -> {
                    FileBundle.read(item.contentBytes());
                    yield Optional.empty();
                }
            };
        } catch (WireFormatException | IllegalArgumentException e) {
            return refused(IngestCode.BAD_CONTENT, "malformed content: " + e.getMessage());
        }
    }

    private static boolean belongs(ItemKind item, TerminalKind terminal) {
        return switch (item) {
            case JOURNAL -> true;
            case TURNOUT, PROTOCOL, SHRED_ACT -> terminal == TerminalKind.OPERATOR;
            case BALLOTS, BOOTH_CLOSING -> terminal == TerminalKind.BOOTH;
        };
    }

    private static Optional<Ingested.Refused> turnout(ItemTable table, ItemEnvelope item)
            throws WireFormatException, SQLException {
        TurnoutReport report = CanonicalJson.read(item.contentBytes(), TurnoutReport.class);
        if (report.registered() < 0
                || report.identifiedPaper() < 0
                || report.identifiedOnline() < 0
                || report.identifiedMobile() < 0) {
            return refused(IngestCode.BAD_CONTENT, "a turnout is never negative");
        }
        table.updateTurnout(item.station(), report);
        return Optional.empty();
    }

    private Optional<Ingested.Refused> journal(
            ItemTable table, ItemEnvelope item, Terminal terminal)
            throws WireFormatException, SQLException {
        var events = new ArrayList<SignedEvent>();
        for (String line : lines(item)) {
            events.add(SignedEvent.parse(line.getBytes(StandardCharsets.UTF_8)));
        }
        byte[] key = Hex.parse(terminal.signingKey());
        String electionId = electionPackage.electionId();
        Optional<JournalState> before = table.journal(electionId, terminal.id());
        JournalVerdict verdict =
                before.isPresent()
                        ? JournalCheck.verifyAfter(before.get().head(), key, events)
                        : JournalCheck.verify(electionId, terminal.id(), key, events);
        if (verdict instanceof JournalVerdict.Broken(long seq, var fault, String detail)) {
            boolean gap = fault == JournalFault.WRONG_SEQUENCE;
            return refused(
                    gap ? IngestCode.JOURNAL_GAP : IngestCode.BAD_JOURNAL,
                    "event " + seq + ": " + detail);
        }
        if (events.isEmpty()) {
            return refused(IngestCode.BAD_CONTENT, "no events");
        }
        JournalState after =
                before.orElseGet(() -> JournalState.before(electionId, terminal.id()))
                        .after(events);
        table.moveJournal(after);
        if (terminal.kind() == TerminalKind.OPERATOR) {
            table.updateTurnout(item.station(), after.turnout(events.getLast().event().at()));
        }
        return Optional.empty();
    }

    private static Optional<Ingested.Refused> ballots(ItemEnvelope item, Terminal terminal)
            throws WireFormatException {
        byte[] key = Hex.parse(terminal.signingKey());
        for (String line : lines(item)) {
            EncryptedBallot ballot =
                    CanonicalJson.read(
                            line.getBytes(StandardCharsets.UTF_8), EncryptedBallot.class);
            if (!ballot.terminal().equals(terminal.id())
                    || !BallotSignatures.verifies(ballot, key)) {
                return refused(
                        IngestCode.BAD_BALLOT,
                        "ballot " + ballot.ballotId() + " is not signed by this booth");
            }
        }
        return Optional.empty();
    }

    private static Optional<Ingested.Refused> closing(ItemEnvelope item, Terminal terminal)
            throws WireFormatException {
        var files = FileBundle.read(item.contentBytes()).decoded();
        byte[] json = files.get("booth-closing.json");
        byte[] signature = files.get("booth-closing.json.sig");
        if (json == null || signature == null) {
            return refused(IngestCode.BAD_CONTENT, "no closing statement, or no signature");
        }
        byte[] key = Hex.parse(terminal.signingKey());
        BoothClosing closing = CanonicalJson.read(json, BoothClosing.class);
        boolean own =
                DetachedSignature.parse(signature).verifies(SignedKind.BOOTH_CLOSING, json, key)
                        && closing.electionId().equals(item.electionId())
                        && closing.station().equals(item.station())
                        && closing.terminal().equals(item.terminal());
        return own
                ? Optional.empty()
                : refused(IngestCode.BAD_CONTENT, "the closing statement is not the booth's");
    }

    private static List<String> lines(ItemEnvelope item) {
        return new String(item.contentBytes(), StandardCharsets.UTF_8).lines().toList();
    }

    static Optional<Ingested.Refused> refused(IngestCode code, String detail) {
        return Optional.of(new Ingested.Refused(code, detail));
    }
}
