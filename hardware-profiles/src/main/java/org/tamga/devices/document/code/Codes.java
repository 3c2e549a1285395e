package org.tamga.devices.document.code;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads the text that a barcode reader sends. Readers are set up to add prefixes: symbology
 * identifiers of ISO/IEC 15424, which are unmistakable, or a letter of the maker's own, which is
 * taken off only where what follows is a code that we know.
 */
public final class Codes {
    /** What the largest QR code holds, ISO/IEC 18004: 4,296 letters and digits. */
    public static final int LONGEST = 4_296;

    private static final char GROUP_SEPARATOR = 0x1D;
    private static final String OWN = "TAMGA-";

    private Codes() {}

    public static CodeReading read(String text) {
        if (text.length() > LONGEST) {
            return new CodeReading.Refused("longer than any code: " + text.length());
        }
        if (text.indexOf('\uFFFD') >= 0) {
            return new CodeReading.Refused("bytes that are no text");
        }
        Identified identified = identified(text);
        String content = withoutControls(identified.text(), true);
        String plain = withoutControls(content, false);
        if (plain.isBlank()) {
            return new CodeReading.Refused("no content");
        }
        return identified.gs1() || content.charAt(0) == GROUP_SEPARATOR
                ? understood(elements(content), identified, text, content)
                : understood(plain, identified, text);
    }

    /** The text without the symbology identifier that may stand before it. */
    private record Identified(
            String prefix, Optional<Symbology> symbology, boolean gs1, String text) {}

    private static Identified identified(String text) {
        // Some readers frame a scan by STX … ETX: the identifier comes after it.
        int start = 0;
        while (start < text.length() && control(text.charAt(start), true)) {
            start++;
        }
        String rest = text.substring(start);
        if (rest.length() > 3 && rest.charAt(0) == ']') {
            Optional<Symbology> symbology = Symbology.of(rest.charAt(1));
            if (symbology.isPresent()) {
                boolean gs1 = symbology.get().gs1(rest.charAt(2));
                return new Identified(rest.substring(0, 3), symbology, gs1, rest.substring(3));
            }
        }
        return new Identified("", Optional.empty(), false, rest);
    }

    private static CodeReading understood(String plain, Identified identified, String whole) {
        String text = plain.strip();
        Optional<CodePayload> known = known(text);
        boolean letterBefore =
                known.isEmpty()
                        && identified.prefix().isEmpty()
                        && text.length() > 1
                        && Character.isLetter(text.charAt(0));
        Optional<CodePayload> behindLetter =
                letterBefore ? known(text.substring(1)) : Optional.empty();
        int removed = whole.length() - identified.prefix().length() - plain.length();
        return new CodeReading.Understood(
                new ScannedCode(
                        known.or(() -> behindLetter).orElseGet(() -> new CodePayload.Unknown(text)),
                        identified.symbology(),
                        behindLetter.isPresent() ? text.substring(0, 1) : identified.prefix(),
                        removed));
    }

    private static CodeReading understood(
            List<String> elements, Identified identified, String whole, String content) {
        int removed = whole.length() - identified.prefix().length() - content.length();
        return new CodeReading.Understood(
                new ScannedCode(
                        new CodePayload.Gs1(elements),
                        identified.symbology(),
                        identified.prefix(),
                        removed));
    }

    private static Optional<CodePayload> known(String text) {
        if (text.matches("[0-9]{12}|[0-9]{14}")) {
            return Optional.of(new CodePayload.PersonalNumber(text));
        }
        if (text.startsWith("{") && text.contains("\"serial\"") && text.contains("\"signature\"")) {
            return Optional.of(new CodePayload.BallotCard(text));
        }
        if (text.startsWith(OWN) && text.indexOf('|') > OWN.length()) {
            List<String> parts = List.of(text.split("\\|", -1));
            return Optional.of(
                    new CodePayload.Slip(
                            parts.getFirst().substring(OWN.length()),
                            parts.subList(1, parts.size())));
        }
        return Optional.empty();
    }

    private static List<String> elements(String content) {
        return Arrays.stream(content.split(String.valueOf(GROUP_SEPARATOR), -1))
                .filter(element -> !element.isEmpty())
                .toList();
    }

    private static String withoutControls(String text, boolean keepSeparators) {
        StringBuilder kept = new StringBuilder(text.length());
        text.chars().filter(c -> !control((char) c, keepSeparators)).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean control(char c, boolean keepSeparators) {
        return Character.isISOControl(c) && !(keepSeparators && c == GROUP_SEPARATOR);
    }
}
