package org.tamga.election.ballot;

import org.jspecify.annotations.Nullable;
import org.tamga.election.wire.Hex;

/**
 * The right to one ballot, on a printed card, without any link to a person. Whoever holds one
 * obtained by {@link ActivationCards#open} may rely on its signature.
 *
 * @param electionId the election
 * @param stationId the station it is valid at
 * @param ballotStyleId the ballot style it opens
 * @param serial 32 lower-case hex characters, random
 * @param signature hex Ed25519 (kind {@code card}) over the canonical JSON without this field; null
 *     only on the way to it
 */
public record ActivationCard(
        String electionId,
        String stationId,
        String ballotStyleId,
        String serial,
        @Nullable String signature) {
    private static final int SERIAL_BYTES = 16;

    /**
     * @throws IllegalArgumentException if the serial has another form
     */
    public ActivationCard {
        if (!Hex.isBytes(serial, SERIAL_BYTES)) {
            throw new IllegalArgumentException("a serial has 32 lower-case hex characters");
        }
    }

    ActivationCard withSignature(@Nullable String newSignature) {
        return new ActivationCard(electionId, stationId, ballotStyleId, serial, newSignature);
    }

    /** Without the serial: a card is bearer's, a log must not spend it. */
    @Override
    public String toString() {
        return "ActivationCard[" + stationId + ", " + ballotStyleId + "]";
    }
}
