package org.tamga.election.ballot;

import java.math.BigInteger;
import java.util.List;
import org.tamga.election.wire.Hex;

/** The hashes of one ballot, all keyed with its H_I (EG 3.3.2, 3.3.3, 3.4.1, 3.4.2). */
final class BallotHashes {
    private static final int PROOF = 0x24;

    private final byte[] key;

    BallotHashes(byte[] extendedBaseHash, String ballotId) {
        key = BaseHashes.ballot(extendedBaseHash, new BigInteger(ballotId, 16));
    }

    byte[] key() {
        return key.clone();
    }

    /** ξ(i,j) = H_q(H_I; 21, i, j, ξ_B) (equation 33). */
    BigInteger nonce(int contest, int option, byte[] ballotNonce) {
        return HashInput.domain(0x21).index(contest).index(option).raw(ballotNonce).hashModQ(key);
    }

    /** Start of the challenge of a selection's proof: 24, i, j, α, β. */
    HashInput selectionStatement(int contest, int option, Ciphertext ciphertext) {
        return HashInput.domain(PROOF).index(contest).index(option).ciphertext(ciphertext);
    }

    /** Start of the challenge of a limit proof: 24, i, ᾱ, β̄ (equation 62). */
    HashInput limitStatement(int contest, Ciphertext sum) {
        return HashInput.domain(PROOF).index(contest).ciphertext(sum);
    }

    /** χ(i) = H(H_I; 28, i, α(1), β(1), …) (equation 70, no contest data). */
    String contestHash(int contest, List<EncryptedSelection> selections) {
        HashInput input = HashInput.domain(0x28).index(contest);
        selections.forEach(selection -> input.ciphertext(selection.ciphertext()));
        return Hex.of(input.hash(key));
    }

    /** H_C = H(H_I; 29, χ…, B_C) with B_C = 00000000 ‖ H_DI (equations 71 to 73, no chaining). */
    String confirmationCode(List<EncryptedContest> contests, byte[] deviceHash) {
        HashInput input = HashInput.domain(0x29);
        contests.forEach(contest -> input.raw(Hex.parse(contest.contestHash())));
        return Hex.of(input.index(0).raw(deviceHash).hash(key));
    }

    /** The product of a contest's ciphertexts: the encrypted number of votes in it. */
    static Ciphertext product(List<EncryptedSelection> selections) {
        return Ciphertext.product(selections.stream().map(EncryptedSelection::ciphertext).toList());
    }
}
