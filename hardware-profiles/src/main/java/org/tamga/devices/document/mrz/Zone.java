package org.tamga.devices.document.mrz;

import java.util.List;

/** The characters of a zone, all of them legal ones. Places count from zero. */
record Zone(MrzFormat format, List<String> lines) {
    static final char FILLER = '<';

    Zone {
        lines = List.copyOf(lines);
    }

    /** A stretch of one line, {@code to} exclusive. */
    record Span(int line, int from, int to) {}

    String text(Span span) {
        return lines.get(span.line()).substring(span.from(), span.to());
    }

    String text(List<Span> spans) {
        StringBuilder text = new StringBuilder();
        spans.forEach(span -> text.append(text(span)));
        return text.toString();
    }

    /** Another zone, with some characters replaced. */
    Zone with(List<Substitution> substitutions) {
        StringBuilder[] changed =
                lines.stream().map(StringBuilder::new).toArray(StringBuilder[]::new);
        for (Substitution s : substitutions) {
            changed[s.line() - 1].setCharAt(s.column() - 1, s.instead());
        }
        return new Zone(format, List.of(changed).stream().map(StringBuilder::toString).toList());
    }

    /** Without the fillers at its end, the others as spaces. */
    static String plain(String text) {
        return text.replace(FILLER, ' ').strip();
    }
}
