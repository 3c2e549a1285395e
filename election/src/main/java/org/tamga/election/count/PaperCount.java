package org.tamga.election.count;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.Digests;

/**
 * What one member typed from the counted paper.
 *
 * @param values number by line key, see {@link org.tamga.election.definition.LineKey}; 0..10 000
 *     000
 */
public record PaperCount(Map<String, Long> values) {
    /** The largest number that a line takes. */
    public static final long MOST = 10_000_000;

    public PaperCount {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
        if (values.values().stream().anyMatch(value -> value < 0 || value > MOST)) {
            throw new IllegalArgumentException("a count is 0.." + MOST);
        }
    }

    /** SHA-256 of the canonical bytes, for the event COUNT_ENTRY. */
    public String hash() {
        return Digests.sha256Hex(CanonicalJson.write(this));
    }
}
