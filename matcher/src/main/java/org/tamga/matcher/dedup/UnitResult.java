package org.tamga.matcher.dedup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one finished unit found. */
public record UnitResult(int unit, List<SuspectedPair> pairs) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public UnitResult {
        pairs = List.copyOf(pairs);
    }

    /** One line of JSON, without the line's end. */
    public byte[] toBytes() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @throws IOException when it is not what {@link #toBytes} wrote
     */
    public static UnitResult of(byte[] json) throws IOException {
        @Nullable UnitResult result = JSON.readValue(json, UnitResult.class);
        if (result == null) {
            throw new IOException("no unit");
        }
        return result;
    }
}
