package org.tamga.verifier.format;

import java.util.List;
import org.tamga.verifier.arithmetic.ModP;
import org.tamga.verifier.arithmetic.ModQ;

/** An entry of {@code results/tally.json}, docs/formats/ballot.md, section 5. */
public record DecryptedTally(
        EncryptedTally encrypted, List<Share> shares, List<ContestCount> contests) {

    public record EncryptedTally(String tallyId, int ballots, List<ContestSum> contests) {}

    public record ContestSum(String contestId, int ballots, List<SelectionSum> selections) {}

    public record SelectionSum(String candidateId, EncryptedBallot.Ciphertext ciphertext) {}

    public record Share(String tallyId, int guardian, List<ContestShare> contests) {}

    public record ContestShare(String contestId, List<SelectionShare> selections) {}

    public record SelectionShare(String candidateId, ModP partial, Proof proof) {}

    public record Proof(ModQ challenge, ModQ response) {}

    public record ContestCount(String contestId, List<SelectionCount> selections) {}

    public record SelectionCount(String candidateId, int votes) {}
}
