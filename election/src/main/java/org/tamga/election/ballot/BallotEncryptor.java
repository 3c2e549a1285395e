package org.tamga.election.ballot;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tamga.election.ballot.BallotOpening.Choice;
import org.tamga.election.ballot.ElectionContext.IndexedContest;
import org.tamga.election.ballot.PreparedBallot.PreparedContest;
import org.tamga.election.ballot.PreparedBallot.PreparedSelection;

/**
 * Encrypts ballots at one booth (EG 3.3). Powers that do not depend on the choice are computed
 * ahead by {@link #precompute}, best on a thread of its own; without them encryption is slower but
 * the same. Thread-safe.
 */
public final class BallotEncryptor implements AutoCloseable {
    private final Group group = Group.STANDARD;
    private final ElectionContext election;
    private final String terminal;
    private final byte[] deviceHash;
    private final SecureRandom random;
    private final RangeProofs proofs;
    private final BigInteger jointKey;
    private final Map<String, Deque<PreparedBallot>> prepared = new HashMap<>();

    /**
     * An encryptor.
     *
     * @param keys checked by {@link KeyCeremony#check}
     * @param terminal the booth terminal's id; enters every confirmation code
     */
    public BallotEncryptor(
            BallotKeys keys, Manifest manifest, String terminal, SecureRandom random) {
        this.election = new ElectionContext(keys, manifest);
        this.terminal = terminal;
        this.deviceHash = BaseHashes.device(election.extendedBaseHash(), terminal);
        this.random = random;
        this.proofs = new RangeProofs(election.powersOfKey());
        this.jointKey = keys.jointKey().value();
    }

    /**
     * Computes ahead for so many more ballots of a style.
     *
     * @throws IllegalArgumentException if the style is unknown
     */
    public void precompute(String ballotStyleId, int ballots) {
        List<IndexedContest> places = placesOf(ballotStyleId);
        for (int i = 0; i < ballots; i++) {
            PreparedBallot ballot = prepare(places);
            synchronized (prepared) {
                prepared.computeIfAbsent(ballotStyleId, style -> new ArrayDeque<>()).add(ballot);
            }
        }
    }

    /** How many ballots of the style are computed ahead. */
    public int precomputed(String ballotStyleId) {
        synchronized (prepared) {
            Deque<PreparedBallot> ready = prepared.get(ballotStyleId);
            return ready == null ? 0 : ready.size();
        }
    }

    /**
     * Encrypts a choice under a new random ballot identifier. A contest may be left out or empty
     * (blank) and hold fewer candidates than allowed (undervote).
     *
     * @param ballotStyleId the voter's ballot style
     * @param choices candidates chosen, by contest id
     * @throws IllegalArgumentException on an overvote, an unknown or doubled candidate, a contest
     *     not of the style
     */
    public PendingBallot encrypt(String ballotStyleId, Map<String, List<String>> choices) {
        List<IndexedContest> places = placesOf(ballotStyleId);
        List<Choice> ordered = BallotChoices.ordered(places, choices);
        PreparedBallot ballot = takePrepared(ballotStyleId);
        if (ballot == null) {
            ballot = prepare(places);
        }
        List<EncryptedContest> contests = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            contests.add(encrypt(ballot, ballot.contests().get(i), ordered.get(i)));
        }
        String code = ballot.hashes().confirmationCode(contests, deviceHash);
        return new PendingBallot(ballot, ballotStyleId, contests, code, terminal, ordered);
    }

    private EncryptedContest encrypt(
            PreparedBallot ballot, PreparedContest contest, Choice choice) {
        BallotHashes hashes = ballot.hashes();
        int contestIndex = contest.place().index();
        List<String> candidateIds = contest.place().contest().candidateIds();
        List<EncryptedSelection> selections = new ArrayList<>();
        BigInteger nonceSum = BigInteger.ZERO;
        for (int i = 0; i < candidateIds.size(); i++) {
            PreparedSelection selection = contest.selections().get(i);
            String candidateId = candidateIds.get(i);
            int value = choice.candidateIds().contains(candidateId) ? 1 : 0;
            Ciphertext ciphertext = encrypt(selection, value);
            RangeProof proof =
                    proofs.prove(
                            hashes.selectionStatement(contestIndex, i + 1, ciphertext),
                            hashes.key(),
                            value,
                            selection.nonce(),
                            selection.branches());
            selections.add(new EncryptedSelection(candidateId, ciphertext, proof));
            nonceSum = nonceSum.add(selection.nonce());
        }
        RangeProof limitProof =
                proofs.prove(
                        hashes.limitStatement(contestIndex, BallotHashes.product(selections)),
                        hashes.key(),
                        choice.candidateIds().size(),
                        nonceSum,
                        contest.limit());
        return new EncryptedContest(
                contest.place().contest().id(),
                selections,
                limitProof,
                hashes.contestHash(contestIndex, selections));
    }

    private Ciphertext encrypt(PreparedSelection selection, int value) {
        BigInteger beta =
                value == 0
                        ? selection.keyToNonce()
                        : group.multiply(selection.keyToNonce(), jointKey);
        return Ciphertext.of(selection.alpha(), beta);
    }

    private PreparedBallot prepare(List<IndexedContest> places) {
        return new PreparedBallot(election, places, proofs, random);
    }

    private @Nullable PreparedBallot takePrepared(String ballotStyleId) {
        synchronized (prepared) {
            Deque<PreparedBallot> ready = prepared.get(ballotStyleId);
            return ready == null ? null : ready.poll();
        }
    }

    private List<IndexedContest> placesOf(String ballotStyleId) {
        return election.contestsOf(ballotStyleId)
                .orElseThrow(
                        () -> new IllegalArgumentException("no ballot style " + ballotStyleId));
    }

    /** Forgets what was computed ahead. */
    @Override
    public void close() {
        synchronized (prepared) {
            prepared.values().forEach(ready -> ready.forEach(PreparedBallot::wipe));
            prepared.clear();
        }
    }
}
