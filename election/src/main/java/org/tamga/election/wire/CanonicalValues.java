package org.tamga.election.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What canonical JSON may hold, and whether a record that was read has all that it must have. */
final class CanonicalValues {
    private static final long LARGEST = 1L << 53;

    private CanonicalValues() {}

    static void check(JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT ->
                    node.properties()
                            .forEach(
                                    entry -> {
                                        checkText(entry.getKey());
                                        check(entry.getValue());
                                    });
            case ARRAY -> node.forEach(CanonicalValues::check);
            case STRING -> checkText(node.textValue());
            case NUMBER -> checkNumber(node);
            case BOOLEAN, BINARY -> {}
            case NULL, MISSING, POJO ->
                    throw new IllegalArgumentException("a null has no place in canonical JSON");
        }
    }

    private static void checkNumber(JsonNode node) {
        if (!node.isIntegralNumber()
                || !node.canConvertToLong()
                || Math.abs(node.longValue()) > LARGEST) {
            throw new IllegalArgumentException("numbers are integers of at most 2^53");
        }
    }

    private static void checkText(String text) {
        boolean halfPair =
                text.codePoints()
                        .anyMatch(
                                c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        if (halfPair) {
            throw new IllegalArgumentException("half a surrogate pair is no text");
        }
    }

    /**
     * Every component of a record that is not marked {@code @Nullable} must be there, at any depth.
     */
    static void requireComplete(@Nullable Object value, String place) throws WireFormatException {
        switch (value) {
            case null -> throw new WireFormatException("missing: " + place);
            case Record entry -> requireComponents(entry, place);
            case Map<?, ?> map -> {
                for (Object entry : map.values()) {
                    requireComplete(entry, place);
                }
            }
            case Iterable<?> list when !(value instanceof JsonNode) -> {
                for (Object entry : list) {
                    requireComplete(entry, place);
                }
            }
            case Optional<?> optional when optional.isPresent() ->
                    requireComplete(optional.get(), place);
            default -> {}
        }
    }

    private static void requireComponents(Record entry, String place) throws WireFormatException {
        for (RecordComponent component : entry.getClass().getRecordComponents()) {
            if (component.getType().isPrimitive()) {
                continue;
            }
            Object part = valueOf(component, entry);
            if (part != null || !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                requireComplete(part, place + "/" + component.getName());
            }
        }
    }

    private static @Nullable Object valueOf(RecordComponent component, Record entry) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(entry);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "an accessor of a record fails: " + component.getName(), e);
        }
    }
}
