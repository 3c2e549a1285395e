package org.tamga.election.definition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tamga.election.ballot.BallotKeys;
import org.tamga.election.ballot.Manifest;
import org.tamga.election.ballot.Manifest.ManifestContest;
import org.tamga.election.ballot.Manifest.ManifestStyle;
import org.tamga.election.text.LocalizedText;

/**
 * All that a terminal must know of an election, signed by the centre. Whoever holds one obtained by
 * {@link ElectionPackages#open} may rely on its being consistent.
 *
 * @param formatVersion always 1
 * @param packageVersion grows by one with each publication
 * @param validFrom first instant at which terminals accept it
 * @param validUntil first instant at which they no longer do
 * @param timeZone IANA name, for what people read
 * @param ballotKeys public keys of the guardians and what binds ballots to this election
 * @param cardPublicKey raw Ed25519 public key under which activation cards are signed, lower-case
 *     hex
 */
public record ElectionPackage(
        int formatVersion,
        String electionId,
        int packageVersion,
        ElectionKind kind,
        LocalizedText title,
        LocalDate electionDay,
        Instant validFrom,
        Instant validUntil,
        String timeZone,
        List<Contest> contests,
        List<BallotStyle> ballotStyles,
        List<Station> stations,
        ProtocolForm protocolForm,
        Policies policies,
        BallotKeys ballotKeys,
        String cardPublicKey) {
    /** The format that this program reads and writes. */
    public static final int FORMAT = 1;

    public ElectionPackage {
        contests = List.copyOf(contests);
        ballotStyles = List.copyOf(ballotStyles);
        stations = List.copyOf(stations);
    }

    public Optional<Contest> contest(String contestId) {
        return contests.stream().filter(contest -> contest.id().equals(contestId)).findFirst();
    }

    public Optional<BallotStyle> ballotStyle(String styleId) {
        return ballotStyles.stream().filter(style -> style.id().equals(styleId)).findFirst();
    }

    public Optional<Station> station(String stationId) {
        return stations.stream().filter(station -> station.id().equals(stationId)).findFirst();
    }

    /** The contests that any ballot style of the station holds, in the order of the package. */
    public List<Contest> contestsOf(Station station) {
        return contests.stream()
                .filter(
                        contest ->
                                station.ballotStyleIds().stream()
                                        .flatMap(styleId -> ballotStyle(styleId).stream())
                                        .anyMatch(
                                                style -> style.contestIds().contains(contest.id())))
                .toList();
    }

    /** The part that ballots are encrypted and proved against. */
    public Manifest ballotManifest() {
        return new Manifest(
                electionId,
                contests.stream().map(ElectionPackage::manifestContest).toList(),
                ballotStyles.stream()
                        .map(style -> new ManifestStyle(style.id(), style.contestIds()))
                        .toList());
    }

    private static ManifestContest manifestContest(Contest contest) {
        return new ManifestContest(
                contest.id(),
                contest.votesAllowed(),
                contest.candidates().stream().map(Candidate::id).toList());
    }
}
