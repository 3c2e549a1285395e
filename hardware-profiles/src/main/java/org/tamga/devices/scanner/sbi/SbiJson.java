package org.tamga.devices.scanner.sbi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.regex.Pattern;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.DeviceFault;

/** JSON of a service that may be broken or hostile: bounded depth, bounded names, no surprises. */
final class SbiJson {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9 ._:+-]{0,60}");

    private final ObjectMapper mapper;

    /**
     * @param longestText of any string, bytes
     */
    SbiJson(int longestText) {
        StreamReadConstraints limits =
                StreamReadConstraints.builder()
                        .maxNestingDepth(16)
                        .maxNameLength(200)
                        .maxNumberLength(40)
                        .maxStringLength(longestText)
                        .build();
        mapper = new ObjectMapper(JsonFactory.builder().streamReadConstraints(limits).build());
    }

    JsonNode read(byte[] bytes) throws LinkException {
        try {
            JsonNode tree = mapper.readTree(bytes);
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (IOException e) {
            // The library's words may repeat what was sent.
            throw new LinkException(DeviceFault.PROTOCOL_ERROR, "the service sends no JSON");
        }
    }

    byte[] write(JsonNode tree) {
        try {
            return mapper.writeValueAsBytes(tree);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    ObjectMapper mapper() {
        return mapper;
    }

    /** A field's text that may be shown; empty where there is none or where it is odd. */
    static String plain(JsonNode object, String field) {
        String text = object.path(field).asText("");
        return PLAIN.matcher(text).matches() ? text : "";
    }
}
