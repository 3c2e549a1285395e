package org.tamga.central.tally;

import java.util.ArrayList;
import java.util.List;
import org.tamga.central.CentralFailure;
import org.tamga.election.ballot.BallotKeys;
import org.tamga.election.ballot.EncryptedTally;
import org.tamga.election.ballot.Problem;
import org.tamga.election.ballot.ReviewedTally;
import org.tamga.election.ballot.TallyClaim;
import org.tamga.election.ballot.TallyReview;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.exchange.BoothClosing;
import org.tamga.election.wire.WireFormatException;

/**
 * What the centre asks a guardian for: tallies, each with the whole boxes of the stations that its
 * id names.
 */
record DecryptionRequest(
        ElectionPackage election, List<TallyClaim> claims, List<BoothClosing> closings) {
    DecryptionRequest {
        claims = List.copyOf(claims);
        closings = List.copyOf(closings);
    }

    /**
     * Reads it from the exchange.
     *
     * @throws CentralFailure CN-33 for a missing file, CN-36 for a box that is not there, not whole
     *     or not signed
     */
    static DecryptionRequest read(GuardianExchange exchange) {
        ElectionPackage election = exchange.electionPackage();
        var claims = new ArrayList<TallyClaim>();
        var closings = new ArrayList<BoothClosing>();
        for (EncryptedTally tally : exchange.tallies()) {
            List<BallotBox> boxes =
                    List.of(tally.tallyId().split("\\+", -1)).stream()
                            .flatMap(station -> boxes(exchange, election, station).stream())
                            .toList();
            claims.add(
                    new TallyClaim(
                            tally, boxes.stream().flatMap(box -> box.ballots().stream()).toList()));
            boxes.forEach(box -> closings.add(closing(box)));
        }
        return new DecryptionRequest(election, claims, closings);
    }

    private static List<BallotBox> boxes(
            GuardianExchange exchange, ElectionPackage election, String stationId) {
        List<BallotBox> boxes =
                election.station(stationId)
                        .map(station -> exchange.boxes(election, station))
                        .orElse(List.of());
        if (boxes.isEmpty()) {
            throw CentralFailure.failed("CN-36", "there is no box of station " + stationId);
        }
        return boxes;
    }

    private static BoothClosing closing(BallotBox box) {
        try {
            return box.closing();
        } catch (WireFormatException e) {
            throw new IllegalStateException("A box that was read is malformed", e);
        }
    }

    BallotKeys keys() {
        return election.ballotKeys();
    }

    /**
     * What the guardian may decrypt of it: all or nothing.
     *
     * @throws CentralFailure CN-37 with the first reason
     */
    List<ReviewedTally> review(GuardianRecord before, boolean smallElection) {
        var review =
                new TallyReview(
                        keys(), election.ballotManifest(), before.fewestBallots(), smallElection);
        return switch (review.review(claims, before.sums())) {
            case TallyReview.Passed(List<ReviewedTally> tallies) -> tallies;
            case TallyReview.Refused(List<Problem> problems) ->
                    throw CentralFailure.failed(
                            "CN-37", "the guardian does not decrypt this: " + problems.getFirst());
        };
    }
}
