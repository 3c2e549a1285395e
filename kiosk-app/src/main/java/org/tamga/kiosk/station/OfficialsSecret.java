package org.tamga.kiosk.station;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tamga.station.vault.OfficialCode;

/**
 * The officials' codes as the centre hands them out with a kit ({@code officials.secret}): JSON
 * {@code {"officials":[{"id":…,"code":…},…]}}, further keys are overlooked.
 */
public final class OfficialsSecret {

    private OfficialsSecret() {}

    /**
     * The codes; the caller closes them.
     *
     * @throws IOException if the file cannot be read or has another form
     */
    public static List<OfficialCode> read(Path file) throws IOException {
        JsonNode root = parsed(Files.readAllBytes(file));
        List<OfficialCode> codes = new ArrayList<>();
        for (JsonNode official : root.path("officials")) {
            String id = official.path("id").asText();
            String code = official.path("code").asText();
            if (id.isEmpty() || code.isEmpty()) {
                throw new IOException("an official without id or code");
            }
            codes.add(new OfficialCode(id, code.toCharArray()));
        }
        if (codes.isEmpty()) {
            throw new IOException("no officials");
        }
        return codes;
    }

    // What Jackson says of a malformed file may quote it, and with it a code.
    private static JsonNode parsed(byte[] json) throws IOException {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IOException("not a JSON file");
        }
    }
}
