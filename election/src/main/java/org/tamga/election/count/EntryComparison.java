package org.tamga.election.count;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The two entries of the paper count side by side. */
public record EntryComparison(List<Difference> differences) {
    /** A line that the typists do not agree on; absent where one left it out. */
    public record Difference(String line, @Nullable Long first, @Nullable Long second) {}

    public EntryComparison {
        differences = List.copyOf(differences);
    }

    public static EntryComparison of(PaperCount first, PaperCount second) {
        throw new UnsupportedOperationException("not yet");
    }

    public boolean agrees() {
        return differences.isEmpty();
    }
}
