package org.tamga.election.ballot;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tamga.election.ballot.BallotOpening.Choice;
import org.tamga.election.ballot.ElectionContext.IndexedContest;
import org.tamga.election.wire.Hex;

/**
 * Checks the opening of a challenged ballot by encrypting again (EG 3.6.7): with the published
 * nonce and choices every ciphertext must come out the same.
 */
final class OpeningCheck {
    private static final int NONCE_BYTES = 32;

    private final Group group = Group.STANDARD;
    private final FixedBase powersOfKey;

    OpeningCheck(FixedBase powersOfKey) {
        this.powersOfKey = powersOfKey;
    }

    void verify(
            EncryptedBallot ballot,
            List<IndexedContest> places,
            BallotHashes hashes,
            List<Problem> problems) {
        BallotOpening opening = ballot.opening();
        if ((opening != null) != (ballot.state() == BallotState.SPOILED)) {
            problems.add(new Problem(ProblemCode.OPENING_MISSING, "opening"));
        } else if (opening != null && !reproduces(opening, ballot, places, hashes)) {
            problems.add(new Problem(ProblemCode.OPENING_WRONG, "opening"));
        }
    }

    private boolean reproduces(
            BallotOpening opening,
            EncryptedBallot ballot,
            List<IndexedContest> places,
            BallotHashes hashes) {
        if (!Hex.isBytes(opening.ballotNonce(), NONCE_BYTES) || !isOrdered(opening, places)) {
            return false;
        }
        byte[] nonce = Hex.parse(opening.ballotNonce());
        for (int i = 0; i < places.size(); i++) {
            List<String> chosen = opening.choices().get(i).candidateIds();
            List<EncryptedSelection> selections = ballot.contests().get(i).selections();
            for (int option = 1; option <= selections.size(); option++) {
                EncryptedSelection selection = selections.get(option - 1);
                BigInteger xi = hashes.nonce(places.get(i).index(), option, nonce);
                int value = chosen.contains(selection.candidateId()) ? 1 : 0;
                Ciphertext again =
                        Ciphertext.of(
                                group.powerOfG(xi),
                                powersOfKey.power(xi.add(BigInteger.valueOf(value))));
                if (!again.equals(selection.ciphertext())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether the choices are exactly what {@link BallotChoices} makes of them. */
    private static boolean isOrdered(BallotOpening opening, List<IndexedContest> places) {
        Map<String, List<String>> choices = new HashMap<>();
        for (Choice choice : opening.choices()) {
            choices.put(choice.contestId(), choice.candidateIds());
        }
        try {
            return BallotChoices.ordered(places, choices).equals(opening.choices());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
