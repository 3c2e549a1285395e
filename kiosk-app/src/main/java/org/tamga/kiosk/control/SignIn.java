package org.tamga.kiosk.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tamga.election.definition.ElectionKind;
import org.tamga.kiosk.station.LockedTerminal;
import org.tamga.kiosk.station.Unlocking;
import org.tamga.station.vault.OfficialCode;

/**
 * The command {@code sign-in}, and what it opened.
 *
 * @param <T> what the other commands work on
 */
final class SignIn<T> {
    private final LockedTerminal locked;
    private final Function<List<OfficialCode>, Unlocking<T>> unlock;
    private @Nullable T opened;

    /**
     * @throws IllegalArgumentException for a real election: only its officials lead it
     */
    SignIn(LockedTerminal locked, Function<List<OfficialCode>, Unlocking<T>> unlock) {
        if (locked.electionPackage().kind() == ElectionKind.REAL) {
            throw new IllegalArgumentException(
                    "CO-03 a real election is not led over the control protocol");
        }
        this.locked = locked;
        this.unlock = unlock;
    }

    void signIn(JsonNode command, ObjectNode answer) {
        var codes = codes(command);
        try {
            switch (unlock.apply(codes)) {
                case Unlocking.Unlocked<T>(T terminal) -> opened = terminal;
                case Unlocking.Refused<T>(String code) ->
                        throw new ControlFailure(code, "not unlocked");
            }
        } finally {
            codes.forEach(OfficialCode::close);
        }
        answer.put("terminal", locked.config().terminalId());
    }

    private static List<OfficialCode> codes(JsonNode command) {
        var codes = new ArrayList<OfficialCode>();
        for (var entry : command.path("codes")) {
            codes.add(
                    new OfficialCode(
                            entry.path("official").asText(),
                            entry.path("code").asText().toCharArray()));
        }
        return codes;
    }

    T required() {
        return opened().orElseThrow(() -> new ControlFailure("CO-04", "sign in first"));
    }

    Optional<T> opened() {
        return Optional.ofNullable(opened);
    }
}
