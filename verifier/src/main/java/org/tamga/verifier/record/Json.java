package org.tamga.verifier.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Strict reading of the record's JSON: only the canonical form (RFC 8785, integers of at most
 * 2^53), no unknown key, no missing one.
 */
public final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(
                            DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .disable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION)
                    .build();

    private Json() {}

    /** Reads canonical JSON as a tree. */
    public static JsonNode tree(byte[] bytes) throws MalformedException {
        JsonNode tree;
        try {
            tree = MAPPER.readTree(bytes);
        } catch (IOException e) {
            throw new MalformedException("not JSON: " + firstLine(e));
        }
        if (!Arrays.equals(CanonicalForm.of(tree), bytes)) {
            throw new MalformedException("not in canonical form (RFC 8785)");
        }
        return tree;
    }

    /** Reads canonical JSON as a record of the given type. */
    public static <T> T read(byte[] bytes, Class<T> type) throws MalformedException {
        return map(tree(bytes), type);
    }

    /** Maps a tree to a record; every component not marked {@code @Nullable} must be there. */
    public static <T> T map(JsonNode tree, Class<T> type) throws MalformedException {
        T value;
        try {
            value = MAPPER.treeToValue(tree, type);
        } catch (IOException e) {
            throw new MalformedException(firstLine(e));
        }
        requireComplete(value, type.getSimpleName());
        return value;
    }

    /** UTF-8 text of a file's bytes. */
    public static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void requireComplete(@Nullable Object value, String where)
            throws MalformedException {
        switch (value) {
            case null -> throw new MalformedException("missing: " + where);
            case Record entry -> {
                for (RecordComponent component : entry.getClass().getRecordComponents()) {
                    Object part = part(entry, component);
                    if (part != null
                            || !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                        requireComplete(part, component.getName());
                    }
                }
            }
            case Iterable<?> list -> {
                for (Object entry : list) {
                    requireComplete(entry, where);
                }
            }
            case Map<?, ?> map -> {
                for (Object entry : map.values()) {
                    requireComplete(entry, where);
                }
            }
            case Object[] array -> {
                for (Object entry : array) {
                    requireComplete(entry, where);
                }
            }
            default -> {}
        }
    }

    private static @Nullable Object part(Record entry, RecordComponent component) {
        try {
            return component.getAccessor().invoke(entry);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the formats' records are public", e);
        }
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable");
    }
}
