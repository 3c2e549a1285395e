package org.tamga.devices.document.mrz;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Reads machine-readable zones: TD1, TD2 and TD3 documents and MRV-A and MRV-B visas. Every check
 * digit is verified, the composite one too; nothing is ever corrected (ICAO Doc 9303, parts 3–7).
 */
public final class Mrz {
    private static final int LONGEST_LINE = 120;

    private Mrz() {}

    /**
     * @param lines what a reader sent, upper line first; one line that holds the whole zone will do
     * @param today for the century of the dates
     */
    public static MrzReading read(List<String> lines, LocalDate today) {
        if (!looksLikeZone(lines)) {
            return new MrzReading.NotAZone();
        }
        List<String> rows = rows(lines);
        Optional<MrzFormat> format = format(rows);
        if (format.isEmpty()) {
            return new MrzReading.Unreadable(
                    "%d lines of %s characters are no zone's size"
                            .formatted(rows.size(), rows.stream().map(String::length).toList()));
        }
        if (!rows.stream().allMatch(row -> row.chars().allMatch(Mrz::legal))) {
            return new MrzReading.Unreadable("the zone holds characters that no zone has");
        }
        Zone zone = new Zone(format.get(), rows);
        Layout layout = Layout.of(zone);
        List<MrzDoubt> doubts = ZoneCheck.doubts(zone, layout, today);
        return doubts.isEmpty()
                ? new MrzReading.Valid(ZoneContent.of(zone, layout, today))
                : new MrzReading.Doubtful(format.get(), doubts);
    }

    /**
     * True for lines that are, or were meant to be, a zone: then they are no code, however damaged.
     */
    public static boolean looksLikeZone(List<String> lines) {
        if (lines.isEmpty() || lines.size() > 3) {
            return false;
        }
        String first = lines.getFirst();
        return first.length() >= 5
                && first.length() <= LONGEST_LINE
                && "PIACV".indexOf(first.charAt(0)) >= 0
                && lines.stream().mapToLong(Mrz::fillers).sum() >= 2;
    }

    /**
     * True while lines that look like a zone lack some: the reader may be about to send them.
     *
     * @param lines at least one
     */
    public static boolean wantsMore(List<String> lines) {
        return looksLikeZone(lines)
                && lines.getLast().length() <= MrzFormat.TD3.length()
                && format(rows(lines)).isEmpty();
    }

    private static long fillers(String line) {
        return line.chars().filter(c -> c == Zone.FILLER).count();
    }

    private static boolean legal(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == Zone.FILLER;
    }

    /** Some readers send all lines in one. */
    private static List<String> rows(List<String> lines) {
        if (lines.size() > 1) {
            return lines;
        }
        String all = lines.getFirst();
        return switch (all.length()) {
            case 72, 88 -> split(all, 2);
            case 90 -> split(all, 3);
            default -> lines;
        };
    }

    private static List<String> split(String all, int count) {
        int length = all.length() / count;
        return IntStream.range(0, count)
                .mapToObj(i -> all.substring(i * length, (i + 1) * length))
                .toList();
    }

    private static Optional<MrzFormat> format(List<String> rows) {
        boolean visa = rows.getFirst().startsWith("V");
        for (MrzFormat format : MrzFormat.values()) {
            boolean forVisas = format == MrzFormat.MRV_A || format == MrzFormat.MRV_B;
            if (rows.size() == format.lines()
                    && rows.stream().allMatch(row -> row.length() == format.length())
                    && visa == forVisas) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
