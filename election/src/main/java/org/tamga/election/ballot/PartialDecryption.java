package org.tamga.election.ballot;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.tamga.election.ballot.EncryptedTally.TallyContest;
import org.tamga.election.ballot.EncryptedTally.TallySelection;
import org.tamga.election.ballot.TallyShare.ContestShare;
import org.tamga.election.ballot.TallyShare.SelectionShare;
import org.tamga.election.wire.Hex;

/**
 * One guardian's part of a decryption: M(i) = A^z(i) for its share z(i) of the joint secret (EG
 * 3.6.2, equation 84), each with a proof of its own that log_g g^z(i) = log_A M(i). EG 3.6.5 joins
 * these proofs to one in three rounds between the guardians; here a guardian needs a single round,
 * which fits the exchange of files, and a wrong share is laid to its guardian.
 */
final class PartialDecryption {
    private final Group group = Group.STANDARD;
    private final int guardian;
    private final BigInteger shareCommitment;
    private final byte[] extendedBaseHash;

    PartialDecryption(BallotKeys keys, int guardian) {
        this.guardian = guardian;
        this.shareCommitment = Shares.shareCommitment(guardian, keys);
        this.extendedBaseHash = Hex.parse(keys.extendedBaseHash());
    }

    boolean isShare(BigInteger share) {
        return group.powerOfG(share).equals(shareCommitment);
    }

    TallyShare decrypt(EncryptedTally tally, BigInteger share, SecureRandom random) {
        List<ContestShare> contests = new ArrayList<>();
        for (int i = 1; i <= tally.contests().size(); i++) {
            TallyContest contest = tally.contests().get(i - 1);
            List<SelectionShare> selections = new ArrayList<>();
            for (int j = 1; j <= contest.selections().size(); j++) {
                selections.add(decrypt(i, j, contest.selections().get(j - 1), share, random));
            }
            contests.add(new ContestShare(contest.contestId(), selections));
        }
        return new TallyShare(tally.tallyId(), guardian, contests);
    }

    private SelectionShare decrypt(
            int contest,
            int option,
            TallySelection selection,
            BigInteger share,
            SecureRandom random) {
        BigInteger a = selection.ciphertext().alpha().value();
        BigInteger partial = group.power(a, share);
        BigInteger u = group.randomExponent(random);
        BigInteger c =
                challenge(
                        contest,
                        option,
                        selection.ciphertext(),
                        group.powerOfG(u),
                        group.power(a, u),
                        partial);
        BigInteger v = group.modQ(u.subtract(c.multiply(share)));
        return new SelectionShare(
                selection.candidateId(),
                new ElementModP(partial),
                new ExponentProof(new ElementModQ(c), new ElementModQ(v)));
    }

    /** Whether the proof of one candidate's partial decryption holds (equations 94 and 95). */
    boolean holds(int contest, int option, TallySelection selection, SelectionShare share) {
        BigInteger partial = share.partial().value();
        BigInteger c = share.proof().challenge().value();
        BigInteger v = share.proof().response().value();
        BigInteger alpha = selection.ciphertext().alpha().value();
        if (!group.contains(partial) || !group.contains(selection.ciphertext())) {
            return false;
        }
        BigInteger a = group.multiply(group.powerOfG(v), group.power(shareCommitment, c));
        BigInteger b = group.multiply(group.power(alpha, v), group.power(partial, c));
        return challenge(contest, option, selection.ciphertext(), a, b, partial).equals(c);
    }

    /** c(i) = H_q(H_E; 30, contest, option, i, g^z(i), A, B, a(i), b(i), M(i)). */
    private BigInteger challenge(
            int contest,
            int option,
            Ciphertext aggregate,
            BigInteger a,
            BigInteger b,
            BigInteger partial) {
        return HashInput.domain(0x30)
                .index(contest)
                .index(option)
                .index(guardian)
                .element(shareCommitment)
                .ciphertext(aggregate)
                .element(a)
                .element(b)
                .element(partial)
                .hashModQ(extendedBaseHash);
    }
}
