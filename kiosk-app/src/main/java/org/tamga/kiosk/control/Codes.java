package org.tamga.kiosk.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.tamga.station.vault.OfficialCode;

/** Officials' codes of a {@code sign-in} command. */
final class Codes {
    private Codes() {}

    /** The codes; the caller closes them. */
    static List<OfficialCode> of(JsonNode command) {
        var codes = new ArrayList<OfficialCode>();
        for (var entry : command.path("codes")) {
            codes.add(
                    new OfficialCode(
                            entry.path("official").asText(),
                            entry.path("code").asText().toCharArray()));
        }
        return codes;
    }
}
