package org.tamga.verifier.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.tamga.verifier.format.BoothClosing;
import org.tamga.verifier.format.ElectionPackage;
import org.tamga.verifier.format.ElectionPackage.Station;
import org.tamga.verifier.format.ElectionPackage.Terminal;
import org.tamga.verifier.format.EncryptedBallot;
import org.tamga.verifier.format.EncryptedBallot.State;
import org.tamga.verifier.format.JournalLine;
import org.tamga.verifier.record.Code;
import org.tamga.verifier.record.Findings;
import org.tamga.verifier.record.Hex;
import org.tamga.verifier.record.RecordFolder;
import org.tamga.verifier.signature.Ed25519Key;

/** A booth's box: ballots, log, spent cards, closing statement, and that all of them agree. */
public final class BoothCheck {
    private final RecordFolder folder;
    private final Findings findings;
    private final ElectionPackage election;
    private final BallotCheck ballotCheck;
    private final IntConsumer progress;
    private final Map<String, String> identifiers = new HashMap<>();

    /**
     * @param progress told the number of ballots just checked, from several threads
     */
    public BoothCheck(
            RecordFolder folder,
            ElectionPackage election,
            BallotCheck ballotCheck,
            IntConsumer progress) {
        this.folder = folder;
        this.findings = folder.findings();
        this.election = election;
        this.ballotCheck = ballotCheck;
        this.progress = progress;
    }

    /**
     * A box as it was found.
     *
     * @param ballots those that could be read
     * @param root of the log, hex
     */
    public record Box(Terminal booth, List<EncryptedBallot> ballots, String root) {
        public long count(State state) {
            return ballots.stream().filter(ballot -> ballot.state() == state).count();
        }
    }

    /** Checks one booth; gives its box. */
    public Box run(
            Station station,
            Terminal booth,
            Ed25519Key key,
            List<JournalLine> journal,
            Set<String> publishedCards) {
        String place = station.folder() + "/" + booth.id() + "/";
        List<byte[]> lines = folder.lines(place + "ballots.jsonl").orElse(List.of());
        List<EncryptedBallot> ballots = ballots(place + "ballots.jsonl", lines, booth, key);
        LogCheck log = new LogCheck(folder, place);
        String root = log.run(lines, journal);
        log.checkpoint(
                "tamga-log/" + election.electionId() + "/" + station.id() + "/" + booth.id(),
                lines.size(),
                root,
                key);
        Set<String> spent =
                new CardListCheck(folder).read(place + "spent-cards.json", Code.SPENT_CARDS);
        findings.require(
                publishedCards.containsAll(spent),
                Code.SPENT_CARDS,
                place + "spent-cards.json",
                "a card was spent that was never published");
        spentOnce(place + "spent-cards.json", spent);
        findings.checked("spent activation cards", spent.size());
        Box box = new Box(booth, ballots, root);
        closing(place, station, key, box, spent.size());
        booked(place, journal, box, spent.size());
        return box;
    }

    /** A booth knows only the cards that were spent at itself. */
    private void spentOnce(String name, Set<String> cards) {
        for (String card : cards) {
            String before = identifiers.putIfAbsent("card:" + card, name);
            findings.require(
                    before == null,
                    Code.SPENT_CARDS,
                    name,
                    "card " + card + " was spent a second time, first in " + before);
        }
    }

    private List<EncryptedBallot> ballots(
            String name, List<byte[]> lines, Terminal booth, Ed25519Key key) {
        List<BallotCheck.Outcome> outcomes =
                IntStream.range(0, lines.size())
                        .parallel()
                        .mapToObj(
                                i -> {
                                    var outcome = ballotCheck.check(lines.get(i), booth.id(), key);
                                    progress.accept(1);
                                    return outcome;
                                })
                        .toList();
        List<EncryptedBallot> ballots = new ArrayList<>();
        String before = "";
        for (int i = 0; i < outcomes.size(); i++) {
            int number = i + 1;
            Optional<EncryptedBallot> ballot = outcomes.get(i).ballot();
            String which = ballot.map(read -> "ballot " + read.ballotId()).orElse("line " + number);
            outcomes.get(i)
                    .problems()
                    .forEach(p -> findings.fail(p.code(), name, which + ": " + p.what()));
            if (ballot.isPresent()) {
                String id = ballot.get().ballotId();
                findings.require(
                        before.compareTo(id) < 0,
                        Code.BALLOT_DUPLICATE,
                        name,
                        which + ": the lines are not sorted by ballotId");
                before = id;
                unique(name, which, "id:" + id);
                unique(name, which, "code:" + ballot.get().confirmationCode());
                ballots.add(ballot.get());
            }
        }
        findings.checked("encrypted ballots", lines.size());
        return ballots;
    }

    private void unique(String name, String which, String identifier) {
        String before = identifiers.putIfAbsent(identifier, name);
        findings.require(
                before == null,
                Code.BALLOT_DUPLICATE,
                name,
                which + ": its identifier or code occurs a second time, first in " + before);
    }

    private void closing(String place, Station station, Ed25519Key key, Box box, int cards) {
        String name = place + "booth-closing.json";
        key.checkFile(folder, name, "booth-closing");
        Optional<byte[]> ballots = folder.bytes(place + "ballots.jsonl");
        Optional<BoothClosing> stated = folder.read(name, BoothClosing.class);
        if (ballots.isEmpty() || stated.isEmpty()) {
            return;
        }
        BoothClosing found =
                new BoothClosing(
                        election.electionId(),
                        station.id(),
                        box.booth().id(),
                        box.count(State.CAST),
                        box.count(State.SPOILED),
                        cards,
                        box.root(),
                        Hex.digest(ballots.get()));
        findings.require(
                stated.get().equals(found),
                Code.BOOTH_CLOSING,
                name,
                "the statement differs from the box: stated %s, found %s"
                        .formatted(stated.get(), found));
        findings.require(
                found.cards() == found.cast(),
                Code.BOOTH_CLOSING,
                name,
                "%d ballots cast with %d cards".formatted(found.cast(), found.cards()));
    }

    private void booked(String place, List<JournalLine> journal, Box box, int cards) {
        var closed = journal.stream().map(JournalLine::event).filter(e -> e.is("BOOTH_CLOSED"));
        findings.require(
                closed.reduce((a, b) -> b)
                        .filter(
                                event ->
                                        event.number("cast") == box.count(State.CAST)
                                                && event.number("spoiled")
                                                        == box.count(State.SPOILED)
                                                && event.number("cards") == cards
                                                && event.value("root").equals(box.root()))
                        .isPresent(),
                Code.BOOTH_CLOSING,
                place + "journal.jsonl",
                "BOOTH_CLOSED is missing or differs from the box");
    }

    /** Whether the operator took over what the booths closed with, and no box is left out. */
    public void imported(String name, List<JournalLine> journal, Collection<Box> boxes) {
        for (JournalLine line : journal) {
            String booth = line.event().value("terminal");
            findings.require(
                    !line.event().is("BOOTH_CLOSING_IMPORTED")
                            || boxes.stream().anyMatch(box -> box.booth().id().equals(booth)),
                    Code.BOOTH_IMPORT,
                    name,
                    "the box of booth " + booth + " is not in the record");
        }
        for (Box box : boxes) {
            var last =
                    journal.stream()
                            .map(JournalLine::event)
                            .filter(e -> e.is("BOOTH_CLOSING_IMPORTED"))
                            .filter(e -> e.value("terminal").equals(box.booth().id()))
                            .reduce((a, b) -> b);
            findings.require(
                    last.filter(
                                    event ->
                                            event.number("cast") == box.count(State.CAST)
                                                    && event.number("spoiled")
                                                            == box.count(State.SPOILED)
                                                    && event.value("root").equals(box.root()))
                            .isPresent(),
                    Code.BOOTH_IMPORT,
                    name,
                    "BOOTH_CLOSING_IMPORTED of booth "
                            + box.booth().id()
                            + " is missing or differs from the box");
        }
    }
}
