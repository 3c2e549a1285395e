package org.tamga.election.definition;

import java.util.List;
import java.util.Optional;

/**
 * The lines of the protocol and the ratios between them. Exactly one line has the scope CANDIDATE:
 * the votes.
 */
public record ProtocolForm(List<FormLine> lines, List<ControlRatio> ratios) {
    public ProtocolForm {
        lines = List.copyOf(lines);
        ratios = List.copyOf(ratios);
    }

    public Optional<FormLine> line(String code) {
        return lines.stream().filter(line -> line.code().equals(code)).findFirst();
    }
}
