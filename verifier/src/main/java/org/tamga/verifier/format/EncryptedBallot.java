package org.tamga.verifier.format;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.verifier.arithmetic.ModP;
import org.tamga.verifier.arithmetic.ModQ;

/** A line of {@code ballots.jsonl}, docs/formats/ballot.md, section 4. */
public record EncryptedBallot(
        String ballotId,
        String ballotStyle,
        State state,
        List<ContestPart> contests,
        String confirmationCode,
        String terminal,
        @Nullable Opening opening,
        String signature) {

    public enum State {
        CAST,
        SPOILED
    }

    public record ContestPart(
            String contestId,
            List<Selection> selections,
            RangeProof limitProof,
            String contestHash) {}

    public record Selection(String candidateId, Ciphertext ciphertext, RangeProof proof) {}

    public record Ciphertext(ModP alpha, ModP beta) {}

    public record RangeProof(List<ModQ> challenges, List<ModQ> responses) {}

    public record Opening(String ballotNonce, List<Choice> choices) {}

    public record Choice(String contestId, List<String> candidateIds) {}
}
