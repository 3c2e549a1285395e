package org.tamga.election.ballot;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;

/**
 * Encrypts ballots at one booth (EG 3.3). Powers that do not depend on the choice are computed
 * ahead by {@link #precompute}; without them encryption is slower but the same. Thread-safe.
 */
public final class BallotEncryptor implements AutoCloseable {
    /**
     * An encryptor.
     *
     * @param terminal the booth terminal's id; enters every confirmation code
     */
    public BallotEncryptor(
            BallotKeys keys, Manifest manifest, String terminal, SecureRandom random) {}

    /** Computes ahead for so many ballots of the given style. */
    public void precompute(String ballotStyleId, int ballots) {
        throw new UnsupportedOperationException("next increment");
    }

    /** Ballots of the style that can be encrypted fast. */
    public int precomputed(String ballotStyleId) {
        throw new UnsupportedOperationException("next increment");
    }

    /**
     * Encrypts a choice. A contest may be left out or empty (blank) and hold fewer candidates than
     * allowed (undervote).
     *
     * @param ballotId 32 lower-case hex characters, random
     * @param ballotStyleId the voter's ballot style
     * @param choices candidates chosen, by contest id
     * @throws IllegalArgumentException on an overvote, an unknown or doubled candidate, a contest
     *     not of the style
     */
    public PendingBallot encrypt(
            String ballotId, String ballotStyleId, Map<String, List<String>> choices) {
        throw new UnsupportedOperationException("next increment");
    }

    /** Forgets what was computed ahead. */
    @Override
    public void close() {}
}
