package org.tamga.election.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.tamga.election.text.Language;
import org.tamga.election.text.LocalizedText;

/** Collects what is wrong, each with its place. */
final class Problems {
    /** No {@code @} and no {@code |}: they separate ids inside keys. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private final List<String> found = new ArrayList<>();

    List<String> found() {
        return List.copyOf(found);
    }

    void unless(boolean holds, String place, String rule) {
        if (!holds) {
            found.add(place + ": " + rule);
        }
    }

    void id(String id, String place) {
        unless(
                ID.matcher(id).matches(),
                place,
                "the id \"" + id + "\" is not 1..64 letters, digits, . _ -");
    }

    /** Every id well formed and given once. */
    void ids(List<String> ids, String place) {
        unless(!ids.isEmpty(), place, "there is none");
        ids.forEach(id -> id(id, place));
        once(ids, place);
    }

    void once(List<String> values, String place) {
        Set<String> seen = new HashSet<>();
        values.stream()
                .filter(value -> !seen.add(value))
                .forEach(value -> found.add(place + ": twice " + value));
    }

    void known(List<String> ids, List<String> known, String place) {
        ids.stream()
                .filter(id -> !known.contains(id))
                .forEach(id -> found.add(place + ": there is no " + id));
    }

    void text(LocalizedText text, String place) {
        for (Language language : Language.values()) {
            unless(!text.in(language).isBlank(), place, "no text in " + language.code());
        }
    }

    void range(long value, long least, long most, String place) {
        unless(
                value >= least && value <= most,
                place,
                value + " is not within " + least + ".." + most);
    }
}
