package org.tamga.central.tally;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tamga.central.CentralFailure;
import org.tamga.central.Centre;
import org.tamga.central.Progress;
import org.tamga.central.results.ResultsReader;
import org.tamga.election.ballot.BallotCheck;
import org.tamga.election.ballot.BallotKeys;
import org.tamga.election.ballot.BallotState;
import org.tamga.election.ballot.DecryptedTally;
import org.tamga.election.ballot.EncryptedBallot;
import org.tamga.election.ballot.EncryptedTally;
import org.tamga.election.ballot.Manifest;
import org.tamga.election.ballot.Problem;
import org.tamga.election.ballot.TallyCombination;
import org.tamga.election.ballot.TallyDecryption;
import org.tamga.election.ballot.TallyShare;
import org.tamga.election.definition.ElectionKind;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.definition.Station;
import org.tamga.election.definition.Terminal;
import org.tamga.election.definition.TerminalKind;

/**
 * The tally of the electronic ballots: every proof is checked, sums are made without decrypting
 * anything, guardians decrypt the sums.
 */
public final class TallyRun {
    private final Centre centre;
    private final ElectionPackage election;
    private final Manifest manifest;
    private final GuardianExchange exchange;

    public TallyRun(Centre centre, ElectionPackage election) {
        this.centre = centre;
        this.election = election;
        this.manifest = centre.definition().manifest();
        this.exchange = new GuardianExchange(centre.home().guardianExchange());
    }

    /**
     * Adds up the boxes and gives the guardians the sums, and the boxes to check them by.
     *
     * @return what is to be decrypted
     * @throws CentralFailure CN-81 for an incomplete box, CN-82 for a ballot whose proofs fail,
     *     CN-87 for a box that a sealed protocol names and that is not here
     */
    public List<EncryptedTally> prepare(PrintStream console) {
        List<BallotBox> boxes = boxes();
        requireBoxesOfProtocols(boxes);
        check(boxes, console);
        SortedMap<String, List<EncryptedBallot>> cast = new TreeMap<>();
        for (BallotBox box : boxes) {
            List<EncryptedBallot> ofStation =
                    cast.computeIfAbsent(box.station(), station -> new ArrayList<>());
            box.ballots().stream()
                    .filter(ballot -> ballot.state() == BallotState.CAST)
                    .forEach(ofStation::add);
        }
        var tallies = new ArrayList<EncryptedTally>();
        for (List<String> group : StationGroups.of(cast, election.policies().mergeBallotsBelow())) {
            EncryptedTally tally = EncryptedTally.empty(manifest, String.join("+", group));
            for (String station : group) {
                for (EncryptedBallot ballot : cast.getOrDefault(station, List.of())) {
                    tally = tally.add(ballot);
                }
            }
            tallies.add(tally);
        }
        exchange.putBoxes(centre.home().electionPackage(), boxes);
        exchange.putTallies(tallies, election.ballotKeys().guardians());
        return tallies;
    }

    /**
     * Lets guardians whose folders are in this home decrypt, one after the other. In a rehearsal
     * they take a small election for what it is; in a real one a guardian has to say so itself.
     */
    public void decrypt(List<Integer> guardians) {
        for (int index : guardians) {
            new GuardianFolder(centre.home().guardian(index), centre.home().guardianExchange())
                    .decrypt(election.kind() != ElectionKind.REAL);
        }
    }

    /**
     * Joins the guardians' parts, checking every proof.
     *
     * @throws CentralFailure CN-83 if fewer guardians than the threshold have decrypted, CN-84 if a
     *     proof fails
     */
    public List<DecryptedTally> combine() {
        BallotKeys keys = election.ballotKeys();
        var given = new ArrayList<List<TallyShare>>();
        List<EncryptedTally> tallies = exchange.tallies();
        for (int i = 1; i <= keys.guardians() && given.size() < keys.threshold(); i++) {
            List<TallyShare> shares = exchange.decryptions(i);
            if (shares.size() == tallies.size() && !shares.isEmpty()) {
                given.add(shares);
            }
        }
        if (given.size() < keys.threshold() && !tallies.isEmpty()) {
            throw CentralFailure.failed(
                    "CN-83",
                    "%d guardians have decrypted, %d are needed"
                            .formatted(given.size(), keys.threshold()));
        }
        var decryption = new TallyDecryption(keys, manifest);
        var counted = new ArrayList<DecryptedTally>();
        for (int t = 0; t < tallies.size(); t++) {
            int position = t;
            List<TallyShare> shares = given.stream().map(all -> all.get(position)).toList();
            switch (decryption.combine(tallies.get(t), shares)) {
                case TallyCombination.Combined(DecryptedTally tally) -> counted.add(tally);
                case TallyCombination.Refused(List<Problem> problems) ->
                        throw CentralFailure.failed(
                                "CN-84", "a decryption is wrong: " + problems.getFirst());
            }
        }
        return counted;
    }

    /** Every box that was delivered. */
    List<BallotBox> boxes() {
        return centre.database()
                .transaction(
                        connection -> {
                            var boxes = new ArrayList<BallotBox>();
                            for (Station station : election.stations()) {
                                for (Terminal terminal : station.terminals()) {
                                    if (terminal.kind() == TerminalKind.BOOTH) {
                                        BallotBox.read(connection, station.id(), terminal.id())
                                                .ifPresent(boxes::add);
                                    }
                                }
                            }
                            return boxes;
                        });
    }

    // Without it a result would go out that lacks votes which the commission has signed for.
    private void requireBoxesOfProtocols(List<BallotBox> boxes) {
        Map<String, String> here =
                boxes.stream().collect(Collectors.toMap(BallotBox::terminal, BallotBox::root));
        new ResultsReader(centre.database(), election)
                .boothRoots()
                .forEach(
                        (booth, root) -> {
                            String came = here.getOrDefault(booth, "");
                            if (!came.equals(root)) {
                                throw CentralFailure.failed(
                                        "CN-87",
                                        "a sealed protocol names the box of booth %s, and %s"
                                                .formatted(
                                                        booth,
                                                        came.isEmpty()
                                                                ? "it has not come; bring it by"
                                                                        + " network or import-usb"
                                                                : "another one has come"));
                            }
                        });
    }

    private void check(List<BallotBox> boxes, PrintStream console) {
        List<EncryptedBallot> ballots =
                boxes.stream().flatMap(box -> box.ballots().stream()).toList();
        Set<String> ids = new HashSet<>();
        ballots.stream()
                .map(EncryptedBallot::ballotId)
                .filter(id -> !ids.add(id))
                .findFirst()
                .ifPresent(
                        id -> {
                            throw CentralFailure.failed("CN-82", "ballot " + id + " occurs twice");
                        });
        var check = new BallotCheck(election.ballotKeys(), manifest);
        try (var progress = new Progress(console, "ballots", ballots.size())) {
            ballots.parallelStream()
                    .forEach(
                            ballot -> {
                                List<Problem> problems = check.verify(ballot);
                                progress.step();
                                if (!problems.isEmpty()) {
                                    throw CentralFailure.failed(
                                            "CN-82",
                                            "ballot %s is wrong: %s"
                                                    .formatted(
                                                            ballot.ballotId(),
                                                            problems.getFirst()));
                                }
                            });
        }
    }
}
