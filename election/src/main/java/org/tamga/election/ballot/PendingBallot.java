package org.tamga.election.ballot;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.election.ballot.BallotOpening.Choice;
import org.tamga.election.wire.Hex;

/**
 * An encrypted ballot on which the voter has not decided: it shows its confirmation code, then is
 * either cast (the nonces are destroyed) or challenged (they are published and the ballot is
 * spoiled, EG 3.6.7). Closing it undecided destroys the nonces. The nonce's bytes are zeroed;
 * numbers derived from it are left to the garbage collector.
 */
public final class PendingBallot implements AutoCloseable {
    private final String ballotStyle;
    private final List<EncryptedContest> contests;
    private final String confirmationCode;
    private final String terminal;
    private final String ballotId;
    private @Nullable PreparedBallot secrets;
    private @Nullable List<Choice> choices;

    PendingBallot(
            PreparedBallot secrets,
            String ballotStyle,
            List<EncryptedContest> contests,
            String confirmationCode,
            String terminal,
            List<Choice> choices) {
        this.secrets = secrets;
        this.ballotId = secrets.ballotId();
        this.ballotStyle = ballotStyle;
        this.contests = List.copyOf(contests);
        this.confirmationCode = confirmationCode;
        this.terminal = terminal;
        this.choices = choices;
    }

    /** Random, 32 lower-case hex characters. */
    public String ballotId() {
        return ballotId;
    }

    /** The code printed for the voter before the decision: 64 lower-case hex characters. */
    public String confirmationCode() {
        return confirmationCode;
    }

    /**
     * Casts. The caller signs with {@link BallotSignatures}.
     *
     * @throws IllegalStateException if decided or closed
     */
    public synchronized EncryptedBallot cast() {
        if (secrets == null) {
            throw new IllegalStateException("the ballot is already decided");
        }
        close();
        return decided(BallotState.CAST, null);
    }

    /**
     * Spoils and opens. The caller signs with {@link BallotSignatures}.
     *
     * @throws IllegalStateException if decided or closed
     */
    public synchronized EncryptedBallot challenge() {
        if (secrets == null || choices == null) {
            throw new IllegalStateException("the ballot is already decided");
        }
        BallotOpening opening = new BallotOpening(Hex.of(secrets.nonce()), choices);
        close();
        return decided(BallotState.SPOILED, opening);
    }

    private EncryptedBallot decided(BallotState state, @Nullable BallotOpening opening) {
        return new EncryptedBallot(
                ballotId, ballotStyle, state, contests, confirmationCode, terminal, opening, null);
    }

    @Override
    public synchronized void close() {
        if (secrets != null) {
            secrets.wipe();
        }
        secrets = null;
        choices = null;
    }

    @Override
    public String toString() {
        return "PendingBallot[" + confirmationCode + "]";
    }
}
