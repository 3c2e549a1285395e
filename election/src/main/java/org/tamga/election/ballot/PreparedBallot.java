package org.tamga.election.ballot;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tamga.election.ballot.ElectionContext.IndexedContest;
import org.tamga.election.ballot.RangeProofs.Branch;
import org.tamga.election.wire.Hex;

/**
 * A ballot before the choice: identifier, nonces and all powers that do not depend on the choice.
 */
final class PreparedBallot {
    private static final int BALLOT_ID_BYTES = 16;
    private static final int NONCE_BYTES = 32;

    private final String ballotId;
    private final byte[] nonce;
    private final BallotHashes hashes;
    private final List<PreparedContest> contests;

    /** A contest with its candidates in order and the branches of its limit proof. */
    record PreparedContest(
            IndexedContest place, List<PreparedSelection> selections, List<Branch> limit) {
        @Override
        public String toString() {
            return "PreparedContest[secret]";
        }
    }

    /**
     * A candidate.
     *
     * @param nonce ξ
     * @param alpha g^ξ
     * @param keyToNonce K^ξ
     */
    record PreparedSelection(
            BigInteger nonce, BigInteger alpha, BigInteger keyToNonce, List<Branch> branches) {
        @Override
        public String toString() {
            return "PreparedSelection[secret]";
        }
    }

    PreparedBallot(
            ElectionContext election,
            List<IndexedContest> places,
            RangeProofs proofs,
            SecureRandom random) {
        byte[] id = new byte[BALLOT_ID_BYTES];
        random.nextBytes(id);
        ballotId = Hex.of(id);
        nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        hashes = new BallotHashes(election.extendedBaseHash(), ballotId);
        contests =
                places.stream()
                        .map(place -> prepare(place, election.powersOfKey(), proofs, random))
                        .toList();
    }

    private PreparedContest prepare(
            IndexedContest place, FixedBase powersOfKey, RangeProofs proofs, SecureRandom random) {
        List<PreparedSelection> selections = new ArrayList<>();
        for (int option = 1; option <= place.contest().candidateIds().size(); option++) {
            BigInteger xi = hashes.nonce(place.index(), option, nonce);
            selections.add(
                    new PreparedSelection(
                            xi,
                            Group.STANDARD.powerOfG(xi),
                            powersOfKey.power(xi),
                            proofs.prepare(1, random)));
        }
        return new PreparedContest(
                place, selections, proofs.prepare(place.contest().votesAllowed(), random));
    }

    String ballotId() {
        return ballotId;
    }

    BallotHashes hashes() {
        return hashes;
    }

    List<PreparedContest> contests() {
        return contests;
    }

    byte[] nonce() {
        return nonce.clone();
    }

    void wipe() {
        Arrays.fill(nonce, (byte) 0);
    }
}
