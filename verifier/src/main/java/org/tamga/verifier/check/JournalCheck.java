package org.tamga.verifier.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tamga.verifier.format.ElectionPackage;
import org.tamga.verifier.format.ElectionPackage.Station;
import org.tamga.verifier.format.ElectionPackage.Terminal;
import org.tamga.verifier.format.JournalLine;
import org.tamga.verifier.format.JournalLine.Head;
import org.tamga.verifier.record.CanonicalForm;
import org.tamga.verifier.record.Code;
import org.tamga.verifier.record.Findings;
import org.tamga.verifier.record.Hex;
import org.tamga.verifier.record.Json;
import org.tamga.verifier.record.MalformedException;
import org.tamga.verifier.record.RecordFolder;
import org.tamga.verifier.signature.Ed25519Key;

/** A terminal's journal: form, chain, signatures, and that nothing was cut off its end. */
public final class JournalCheck {
    private final RecordFolder folder;
    private final Findings findings;
    private final ElectionPackage election;
    private final EventCatalogue catalogue = new EventCatalogue();

    public JournalCheck(RecordFolder folder, ElectionPackage election) {
        this.folder = folder;
        this.findings = folder.findings();
        this.election = election;
    }

    /** Checks; gives the lines that could be read. */
    public List<JournalLine> run(Station station, Terminal terminal, Ed25519Key key) {
        String name = station.folder() + "/" + terminal.id() + "/journal.jsonl";
        List<JournalLine> journal = new ArrayList<>();
        String previous =
                Hex.digest(
                        ("tamga journal|" + election.electionId() + "|" + terminal.id())
                                .getBytes(StandardCharsets.UTF_8));
        int number = 0;
        for (byte[] bytes : folder.lines(name).orElse(List.of())) {
            number++;
            Optional<JournalLine> read = line(name, number, bytes, terminal, key);
            if (read.isEmpty()) {
                // The chain is broken here in any case; the lines behind it still tell something.
                previous = "";
                continue;
            }
            JournalLine line = read.get();
            findings.require(
                    previous.isEmpty() || line.event().prev().equals(previous),
                    Code.JOURNAL_CHAIN,
                    name,
                    "line " + number + " does not follow the line before");
            findings.require(
                    line.event().seq() == number,
                    Code.JOURNAL_CHAIN,
                    name,
                    "line " + number + " has the number " + line.event().seq());
            previous = line.hash();
            journal.add(line);
        }
        findings.checked("journal events", number);
        head(name, journal, terminal, key);
        return journal;
    }

    private Optional<JournalLine> line(
            String name, int number, byte[] bytes, Terminal terminal, Ed25519Key key) {
        try {
            JournalLine line = Json.read(bytes, JournalLine.class);
            catalogue.require(line.event(), terminal.kind());
            byte[] event = CanonicalForm.of(Json.tree(bytes).get("event"));
            findings.require(
                    line.event().terminal().equals(terminal.id()),
                    Code.JOURNAL_CHAIN,
                    name,
                    "line " + number + " is another terminal's");
            findings.require(
                    Hex.digest(event).equals(line.hash()),
                    Code.JOURNAL_CHAIN,
                    name,
                    "line " + number + ": the hash does not fit the event");
            findings.require(
                    key.signed("journal-event", event, line.signature()),
                    Code.JOURNAL_SIGNATURE,
                    name,
                    "line " + number + ": the signature does not fit the event");
            return Optional.of(line);
        } catch (MalformedException e) {
            findings.fail(Code.JOURNAL_LINE, name, "line " + number + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private void head(
            String journalName, List<JournalLine> journal, Terminal terminal, Ed25519Key key) {
        String name = journalName.replace("journal.jsonl", "journal-head.json");
        key.checkFile(folder, name, "journal-head");
        Optional<Head> head = folder.read(name, Head.class);
        if (head.isPresent()
                && findings.require(
                        !journal.isEmpty(),
                        Code.JOURNAL_HEAD,
                        journalName,
                        "the journal is empty")) {
            JournalLine last = journal.getLast();
            findings.require(
                    head.get()
                            .equals(
                                    new Head(
                                            election.electionId(),
                                            last.hash(),
                                            last.event().seq(),
                                            terminal.id())),
                    Code.JOURNAL_HEAD,
                    journalName,
                    "the last line is not the one that the signed head names");
        }
    }
}
