package org.tamga.devices.document.mrz;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.tamga.devices.document.mrz.Zone.Span;

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
        List<MrzDoubt> doubts = doubts(zone, layout, today);
        return doubts.isEmpty()
                ? new MrzReading.Valid(document(zone, layout, today))
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
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c == Zone.FILLER;
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

    private static List<MrzDoubt> doubts(Zone zone, Layout layout, LocalDate today) {
        List<MrzDoubt> doubts = new ArrayList<>();
        for (Part part : layout.parts()) {
            // A misread character also upsets the composite digit: that is no second mistake.
            boolean onlyFollows = part.field() == MrzField.COMPOSITE && !doubts.isEmpty();
            if (!onlyFollows) {
                kind(zone, part, today)
                        .map(kind -> doubt(zone, part, kind, today))
                        .ifPresent(doubts::add);
            }
        }
        return doubts;
    }

    private static Optional<MrzDoubt.Kind> kind(Zone zone, Part part, LocalDate today) {
        if (!part.charactersFit(zone)) {
            return Optional.of(MrzDoubt.Kind.WRONG_CHARACTER);
        }
        if (!part.checkDigitFits(zone)) {
            return Optional.of(MrzDoubt.Kind.WRONG_CHECK_DIGIT);
        }
        return dateFits(zone, part, today)
                ? Optional.empty()
                : Optional.of(MrzDoubt.Kind.NO_SUCH_DATE);
    }

    private static boolean dateFits(Zone zone, Part part, LocalDate today) {
        String text = zone.text(part.data());
        return switch (part.field()) {
            case BIRTH_DATE ->
                    MrzDates.partlyUnknown(text) || MrzDates.birth(text, today).isPresent();
            case EXPIRY_DATE -> MrzDates.expiry(text, today).isPresent();
            case DOCUMENT_CODE,
                    ISSUING_STATE,
                    NAME,
                    DOCUMENT_NUMBER,
                    SEX,
                    NATIONALITY,
                    OPTIONAL_DATA,
                    COMPOSITE ->
                    true;
        };
    }

    private static MrzDoubt doubt(Zone zone, Part part, MrzDoubt.Kind kind, LocalDate today) {
        Predicate<Zone> partFits = changed -> kind(changed, part, today).isEmpty();
        Predicate<Zone> allFits =
                changed -> partFits.test(changed) && compositeFits(changed, Layout.of(changed));
        List<List<Substitution>> fitting = Confusions.thatFit(zone, part, allFits);
        if (fitting.isEmpty()) {
            // Another part may be wrong too: then no change here can please the composite digit.
            fitting = Confusions.thatFit(zone, part, partFits);
        }
        Span first = part.data().getFirst();
        boolean composite = part.field() == MrzField.COMPOSITE;
        Span place = composite && part.check() != null ? part.check() : first;
        String text = zone.text(part.data());
        String told = part.check() == null ? "" : zone.text(part.check());
        return new MrzDoubt(
                part.field(),
                kind,
                place.line() + 1,
                place.from() + 1,
                composite ? told : text + told,
                part.check() == null ? ' ' : CheckDigits.of(text),
                fitting);
    }

    private static boolean compositeFits(Zone zone, Layout layout) {
        return layout.composite() == null || layout.composite().checkDigitFits(zone);
    }

    private static MrzDocument document(Zone zone, Layout layout, LocalDate today) {
        String name = zone.text(layout.name().data());
        int comma = name.indexOf("<<");
        String state = Zone.plain(zone.text(layout.state().data()));
        List<String> optional =
                layout.optional().stream()
                        .map(part -> Zone.plain(zone.text(part.data())))
                        .filter(text -> !text.isEmpty())
                        .toList();
        return new MrzDocument(
                zone.format(),
                Zone.plain(zone.text(layout.code().data())),
                state,
                Zone.plain(zone.text(layout.number().data())),
                Zone.plain(comma < 0 ? name : name.substring(0, comma)),
                comma < 0 ? "" : Zone.plain(name.substring(comma)),
                MrzDates.birth(zone.text(layout.birth().data()), today),
                sex(zone.text(layout.sex().data())),
                MrzDates.expiry(zone.text(layout.expiry().data()), today).orElseThrow(),
                Zone.plain(zone.text(layout.nationality().data())),
                String.join(" ", optional),
                personalNumber(state, optional));
    }

    private static Sex sex(String text) {
        return switch (text) {
            case "F" -> Sex.FEMALE;
            case "M" -> Sex.MALE;
            default -> Sex.UNSPECIFIED;
        };
    }

    private static Optional<String> personalNumber(String state, List<String> optional) {
        String digits =
                switch (state) {
                    case "KGZ" -> "[0-9]{14}";
                    case "KAZ" -> "[0-9]{12}";
                    default -> "(?!)";
                };
        return optional.stream().filter(text -> text.matches(digits)).findFirst();
    }
}
