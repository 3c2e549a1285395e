package org.tamga.kiosk.station;

import java.nio.charset.StandardCharsets;
import org.tamga.election.wire.Digests;
import org.tamga.station.store.RegisterStore;

/**
 * A digest of who is on the list, to compare two terminals or a terminal with the printed list:
 * SHA-256 over {@code id|list number|ballot style|status} lines, ordered by id.
 */
public final class RegisterDigest {

    private RegisterDigest() {}

    /** Lower-case hex. */
    public static String of(RegisterStore register) {
        StringBuilder lines = new StringBuilder();
        register.forEachVoter(
                voter ->
                        lines.append(voter.id().value())
                                .append('|')
                                .append(voter.listNumber())
                                .append('|')
                                .append(voter.ballotStyleId())
                                .append('|')
                                .append(voter.status())
                                .append('\n'));
        return Digests.sha256Hex(lines.toString().getBytes(StandardCharsets.UTF_8));
    }
}
