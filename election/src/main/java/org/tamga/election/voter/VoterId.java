package org.tamga.election.voter;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import org.tamga.election.wire.Hex;

/**
 * A voter within one election: 32 lower-case hex characters drawn at random when the register is
 * made, so that journals of two elections cannot be laid side by side.
 */
public record VoterId(@JsonValue String value) implements Comparable<VoterId> {
    private static final int BYTES = 16;

    @JsonCreator
    public VoterId {
        if (!Hex.isBytes(value, BYTES)) {
            throw new IllegalArgumentException("a voter id is 32 lower-case hex characters");
        }
    }

    public static VoterId random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new VoterId(Hex.of(bytes));
    }

    @Override
    public int compareTo(VoterId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
