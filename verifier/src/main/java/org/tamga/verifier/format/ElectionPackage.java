package org.tamga.verifier.format;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tamga.verifier.arithmetic.ModP;
import org.tamga.verifier.arithmetic.ModQ;

/** {@code election-package.json}, docs/formats/package.md. */
public record ElectionPackage(
        int formatVersion,
        String electionId,
        int packageVersion,
        ElectionKind kind,
        Text title,
        String electionDay,
        String validFrom,
        String validUntil,
        String timeZone,
        List<Contest> contests,
        List<BallotStyle> ballotStyles,
        List<Station> stations,
        ProtocolForm protocolForm,
        Policies policies,
        BallotKeys ballotKeys,
        String cardPublicKey) {

    public enum ElectionKind {
        REAL,
        REHEARSAL,
        DEMO
    }

    public record Text(String ky, String kk, String ru, String en) {}

    public record Contest(String id, Text title, int votesAllowed, List<Candidate> candidates) {}

    public enum CandidateKind {
        PERSON,
        PARTY,
        AGAINST_ALL
    }

    public record Candidate(String id, CandidateKind kind, Text name, Text note) {}

    public record BallotStyle(String id, Text name, List<String> contestIds) {}

    public record Station(
            String id,
            Text name,
            Text address,
            String region,
            List<String> ballotStyleIds,
            List<Official> officials,
            List<Terminal> terminals) {

        /** Terminals of a kind. */
        public List<Terminal> terminals(TerminalKind kind) {
            return terminals.stream().filter(terminal -> terminal.kind() == kind).toList();
        }

        /** The folder of the station in the record. */
        public String folder() {
            return "station-" + id;
        }
    }

    public enum OfficialRole {
        CHAIR,
        SECRETARY,
        MEMBER,
        OPERATOR
    }

    /**
     * An official of a station.
     *
     * @param certificate base64 of a DER X.509 certificate
     */
    public record Official(String id, Text name, OfficialRole role, String certificate) {}

    public enum TerminalKind {
        OPERATOR,
        BOOTH
    }

    public record Terminal(
            String id, TerminalKind kind, String signingKey, @Nullable String registerKey) {}

    public record ProtocolForm(List<FormLine> lines, List<ControlRatio> ratios) {}

    public enum LineScope {
        STATION,
        CONTEST,
        CANDIDATE
    }

    public enum LineSource {
        TYPED,
        COUNTER
    }

    public record FormLine(
            String code,
            LineScope scope,
            LineSource source,
            @Nullable String counter,
            Text label) {}

    public enum Severity {
        ERROR,
        WARNING
    }

    public enum Relation {
        EQ,
        LE,
        GE
    }

    public record ControlRatio(
            String code,
            List<String> contests,
            Severity severity,
            List<Term> left,
            Relation relation,
            List<Term> right,
            Text advice) {}

    public record Term(int factor, String line) {}

    public record Policies(
            int verificationFmrPerMillion,
            int identificationFpirPerMillion,
            int qualityFloor,
            int fingerAttempts,
            LadderPolicy ladder,
            boolean commissionDecisionAllowed,
            int unlockShares,
            int unlockThreshold,
            int logBatchMinimum,
            int mergeBallotsBelow,
            int maxClockSkewSeconds,
            String opens,
            String closes,
            int protocolSignersMinimum) {}

    public record LadderPolicy(
            int seconds, int fingers, int faceFmrPerMillion, int faceOfficerFmrPerMillion) {}

    public record BallotKeys(
            int guardians,
            int threshold,
            List<GuardianKey> guardianKeys,
            ModP jointKey,
            String parameterHash,
            String manifestHash,
            String baseHash,
            String extendedBaseHash) {}

    public record GuardianKey(
            int index, List<ModP> commitments, ModP communicationKey, KeyProof proof) {}

    public record KeyProof(ModQ challenge, List<ModQ> responses) {}

    public Optional<BallotStyle> style(String id) {
        return ballotStyles.stream().filter(style -> style.id().equals(id)).findFirst();
    }

    public Optional<Station> station(String id) {
        return stations.stream().filter(station -> station.id().equals(id)).findFirst();
    }

    /** Contests on any ballot style of the station, in the order of the package. */
    public List<Contest> contestsOf(Station station) {
        return contests.stream()
                .filter(
                        contest ->
                                station.ballotStyleIds().stream()
                                        .flatMap(id -> style(id).stream())
                                        .anyMatch(s -> s.contestIds().contains(contest.id())))
                .toList();
    }
}
