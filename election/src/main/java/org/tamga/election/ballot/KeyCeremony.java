package org.tamga.election.ballot;

import java.util.List;

/** Joins the guardians' public keys (EG 3.2.3) and checks them; holds no secret. */
public final class KeyCeremony {
    private KeyCeremony() {}

    /**
     * The keys of the election.
     *
     * @param publics n keys, by index
     * @throws IllegalArgumentException if {@link #check} would find a problem
     */
    public static BallotKeys publish(
            int guardians, int threshold, List<GuardianPublicKey> publics, Manifest manifest) {
        throw new UnsupportedOperationException("next increment");
    }

    /** Checks proofs, joint key and hashes; empty if all hold. */
    public static List<Problem> check(BallotKeys keys, Manifest manifest) {
        throw new UnsupportedOperationException("next increment");
    }
}
