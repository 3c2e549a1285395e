package org.tamga.election.ballot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ballot the voter decided on: one line of {@code ballots.jsonl}. It bears no time.
 *
 * @param ballotId 32 lower-case hex characters, random
 * @param ballotStyle the ballot style's id
 * @param state cast or spoiled
 * @param contests those of the style, in the manifest's order
 * @param confirmationCode 64 lower-case hex characters (EG 3.4.2)
 * @param terminal the booth terminal; enters the confirmation code
 * @param opening of a spoiled ballot; null on a cast one
 * @param signature hex Ed25519 by the terminal (kind {@code ballot}) over this record's canonical
 *     JSON without this field
 */
public record EncryptedBallot(
        String ballotId,
        String ballotStyle,
        BallotState state,
        List<EncryptedContest> contests,
        String confirmationCode,
        String terminal,
        @Nullable BallotOpening opening,
        @Nullable String signature) {
    public EncryptedBallot {
        contests = List.copyOf(contests);
    }

    EncryptedBallot withSignature(@Nullable String newSignature) {
        return new EncryptedBallot(
                ballotId,
                ballotStyle,
                state,
                contests,
                confirmationCode,
                terminal,
                opening,
                newSignature);
    }
}
