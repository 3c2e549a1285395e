package org.tamga.election.count;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The two entries of the paper count side by side. */
public record EntryComparison(List<Difference> differences) {
    /** A line that the typists do not agree on; absent where one left it out. */
    public record Difference(String line, @Nullable Long first, @Nullable Long second) {}

    public EntryComparison {
        differences = List.copyOf(differences);
    }

    /** Compares line by line, sorted by key. */
    public static EntryComparison of(PaperCount first, PaperCount second) {
        TreeSet<String> lines = new TreeSet<>(first.values().keySet());
        lines.addAll(second.values().keySet());
        return new EntryComparison(
                lines.stream()
                        .map(
                                line ->
                                        new Difference(
                                                line,
                                                first.values().get(line),
                                                second.values().get(line)))
                        .filter(pair -> !Objects.equals(pair.first(), pair.second()))
                        .toList());
    }

    public boolean agrees() {
        return differences.isEmpty();
    }
}
