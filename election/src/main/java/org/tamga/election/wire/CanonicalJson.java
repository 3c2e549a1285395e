package org.tamga.election.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.util.Arrays;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * Canonical JSON (RFC 8785) of records, and strict reading of it.
 *
 * <p>Absent optional values are omitted, numbers are integers of at most 2^53 in size, instants are
 * UTC with whole seconds ({@code 2026-11-22T08:00:00Z}), times of day are {@code HH:mm}, byte
 * arrays are padded base64.
 */
public final class CanonicalJson {
    private static final int LONGEST_TEXT = 512 << 20;

    private static final ObjectMapper MAPPER = mapper();

    private CanonicalJson() {}

    /**
     * The canonical UTF-8 bytes of a value: a record, a map, a list or a JSON tree.
     *
     * @throws IllegalArgumentException if the value holds something that has no canonical form: a
     *     fraction, an integer beyond 2^53, a null inside a list or map, half a surrogate pair, a
     *     part of a second
     */
    public static byte[] write(Object value) {
        JsonNode tree = MAPPER.valueToTree(value);
        CanonicalValues.check(tree);
        try {
            return new JsonCanonicalizer(MAPPER.writeValueAsBytes(tree)).getEncodedUTF8();
        } catch (IOException e) {
            throw new IllegalStateException("a checked tree has a canonical form", e);
        }
    }

    /**
     * Reads a value; whatever is read, {@link #write} gives the same bytes back.
     *
     * @throws WireFormatException if the bytes are not canonical, hold unknown keys or lack
     *     required ones
     */
    public static <T> T read(byte[] json, Class<T> type) throws WireFormatException {
        T value = parse(json, type);
        CanonicalValues.requireComplete(value, type.getSimpleName());
        if (!Arrays.equals(rewritten(value), json)) {
            throw new WireFormatException("not in canonical form: " + type.getSimpleName());
        }
        return value;
    }

    private static <T> T parse(byte[] json, Class<T> type) throws WireFormatException {
        T value;
        try {
            value = MAPPER.readValue(json, type);
        } catch (ValueInstantiationException e) {
            String rule =
                    e.getCause() instanceof IllegalArgumentException cause
                            ? cause.getMessage()
                            : "refused";
            throw new WireFormatException("wrong value at " + place(e) + ": " + rule);
        } catch (JsonMappingException e) {
            throw new WireFormatException("wrong, missing or unknown value at " + place(e));
        } catch (JsonProcessingException e) {
            throw new WireFormatException("not JSON");
        } catch (IOException e) {
            throw new WireFormatException("not UTF-8");
        }
        if (value == null) {
            throw new WireFormatException("null instead of " + type.getSimpleName());
        }
        return value;
    }

    private static byte[] rewritten(Object value) throws WireFormatException {
        try {
            return write(value);
        } catch (IllegalArgumentException e) {
            throw new WireFormatException("a value without canonical form");
        }
    }

    /** Names of classes and keys only: the content of a broken file is nobody's business. */
    private static String place(JsonMappingException e) {
        StringBuilder place = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            place.append(
                    step.getFieldName() == null
                            ? "[" + step.getIndex() + "]"
                            : "/" + step.getFieldName());
        }
        return place.isEmpty() ? "/" : place.toString();
    }

    private static ObjectMapper mapper() {
        JsonFactory factory =
                JsonFactory.builder()
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxStringLength(LONGEST_TEXT)
                                        .maxNestingDepth(64)
                                        .build())
                        .build();
        return JsonMapper.builder(factory)
                .addModule(new Jdk8Module())
                .addModule(TimeFormats.module())
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(
                                JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
                .accessorNaming(new ComponentsOnly())
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .withCoercionConfig(
                        LogicalType.Enum,
                        config ->
                                config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail))
                .build();
    }
}
