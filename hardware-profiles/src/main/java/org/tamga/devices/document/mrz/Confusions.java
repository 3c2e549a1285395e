package org.tamga.devices.document.mrz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.tamga.devices.document.mrz.Zone.Span;

/** Characters that readers take for one another, and which of them would make a part right. */
final class Confusions {
    /** OCR-B shapes that printing, wear and glare make alike; the likeliest stand first. */
    private static final List<String> ALIKE =
            List.of(
                    "0O", "1I", "8B", "5S", "2Z", "6G", "0Q", "0D", "1L", "7T", "4A", "OQ", "OD",
                    "UV", "MN", "CG", "EF", "PR", "17", "38", "08", "56", "68");

    private static final int MOST_OFFERED = 5;

    private Confusions() {}

    /**
     * Substitutions in {@code part} after which {@code fits} holds: single ones, or pairs where no
     * single one does. Where some of them please {@code better} too, only those.
     */
    static List<List<Substitution>> thatFit(
            Zone zone, Part part, Predicate<Zone> fits, Predicate<Zone> better) {
        List<Substitution> candidates = candidates(zone, part);
        List<List<Substitution>> single = candidates.stream().map(List::of).toList();
        List<List<Substitution>> found = fitting(zone, single, fits);
        if (found.isEmpty()) {
            found = fitting(zone, pairs(candidates), fits);
        }
        List<List<Substitution>> best =
                found.stream().filter(changed -> better.test(zone.with(changed))).toList();
        return (best.isEmpty() ? found : best).stream().limit(MOST_OFFERED).toList();
    }

    private static List<List<Substitution>> fitting(
            Zone zone, List<List<Substitution>> all, Predicate<Zone> fits) {
        return all.stream().filter(changed -> fits.test(zone.with(changed))).toList();
    }

    private static List<List<Substitution>> pairs(List<Substitution> candidates) {
        List<List<Substitution>> pairs = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            Substitution first = candidates.get(i);
            for (int j = i + 1; j < candidates.size(); j++) {
                Substitution second = candidates.get(j);
                if (first.line() != second.line() || first.column() != second.column()) {
                    pairs.add(List.of(first, second));
                }
            }
        }
        return pairs;
    }

    private static List<Substitution> candidates(Zone zone, Part part) {
        List<Substitution> candidates = new ArrayList<>();
        for (String alike : ALIKE) {
            if (part.own()) {
                part.data().forEach(span -> add(zone, span, alike, part.alphabet(), candidates));
            }
            if (part.check() != null) {
                add(zone, part.check(), alike, Part.Alphabet.DIGITS, candidates);
            }
        }
        return candidates;
    }

    private static void add(
            Zone zone,
            Span span,
            String alike,
            Part.Alphabet alphabet,
            List<Substitution> candidates) {
        String line = zone.lines().get(span.line());
        for (int column = span.from(); column < span.to(); column++) {
            char read = line.charAt(column);
            int at = alike.indexOf(read);
            if (at >= 0 && alphabet.holds(alike.charAt(1 - at))) {
                candidates.add(
                        new Substitution(span.line() + 1, column + 1, read, alike.charAt(1 - at)));
            }
        }
    }
}
