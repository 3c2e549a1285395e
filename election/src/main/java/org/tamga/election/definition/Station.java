package org.tamga.election.definition;

import java.util.List;
import java.util.Optional;
import org.tamga.election.text.LocalizedText;

/** A polling station. */
public record Station(
        String id,
        LocalizedText name,
        LocalizedText address,
        String region,
        List<String> ballotStyleIds,
        List<Official> officials,
        List<Terminal> terminals) {
    public Station {
        ballotStyleIds = List.copyOf(ballotStyleIds);
        officials = List.copyOf(officials);
        terminals = List.copyOf(terminals);
    }

    public Optional<Official> official(String officialId) {
        return officials.stream().filter(official -> official.id().equals(officialId)).findFirst();
    }

    public Optional<Terminal> terminal(String terminalId) {
        return terminals.stream().filter(terminal -> terminal.id().equals(terminalId)).findFirst();
    }
}
