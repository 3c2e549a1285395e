package org.tamga.kiosk.ballot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tamga.election.definition.ElectionKind;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.definition.Station;
import org.tamga.election.exchange.BoothClosing;
import org.tamga.election.text.Language;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.i18n.Messages;
import org.tamga.kiosk.slip.Slip;

/**
 * What a booth prints. A confirmation slip bears no time and no number: the order of slips must not
 * be that of voters.
 */
final class BoothSlips {
    private static final int GROUP = 4;
    private static final int GROUPS_PER_LINE = 4;

    private final ElectionPackage election;
    private final Station station;
    private final String terminalId;
    private final Messages messages;

    BoothSlips(ElectionPackage election, Station station, String terminalId, Messages messages) {
        this.election = election;
        this.station = station;
        this.terminalId = terminalId;
        this.messages = messages;
    }

    /** The code that proves inclusion and never content; no choice is on it. */
    Slip confirmation(String code, Language language) {
        var parts = head(language, "ballot.slip.title");
        parts.add(new Slip.Qr(qr(code)));
        lines(code).forEach(line -> parts.add(new Slip.Title(line)));
        parts.add(new Slip.Rule());
        parts.add(new Slip.Small(text(language, "ballot.slip.explain")));
        return new Slip("confirmation", parts);
    }

    /** The booth's figures and the root of its log, to be signed by the commission. */
    Slip closing(BoothClosing closing, Language language) {
        var parts = head(language, "ballot.slip.closing");
        parts.add(new Slip.Pair(text(language, "slip.terminal"), terminalId));
        parts.add(new Slip.Rule());
        parts.add(pair(language, "ballot.count.cast", closing.cast()));
        parts.add(pair(language, "ballot.count.spoiled", closing.spoiled()));
        parts.add(pair(language, "ballot.count.cards", closing.cards()));
        parts.add(new Slip.Rule());
        parts.add(new Slip.Small(text(language, "ballot.slip.root")));
        lines(closing.root()).forEach(line -> parts.add(new Slip.Text(line)));
        for (var official : station.officials()) {
            var role = text(language, "signin.role." + official.role());
            parts.add(new Slip.SignatureLine(official.name().in(language) + ", " + role));
        }
        return new Slip("booth-closing", parts);
    }

    /** What the slip's QR code holds. */
    String qr(String code) {
        return "TAMGA-BALLOT|"
                + election.electionId()
                + "|"
                + station.id()
                + "|"
                + terminalId
                + "|"
                + code;
    }

    /** 64 hexadecimal characters as people compare them: four lines of four groups. */
    static List<String> lines(String code) {
        var groups = new ArrayList<String>();
        for (var at = 0; at < code.length(); at += GROUP) {
            groups.add(code.substring(at, Math.min(code.length(), at + GROUP)));
        }
        var lines = new ArrayList<String>();
        for (var at = 0; at < groups.size(); at += GROUPS_PER_LINE) {
            lines.add(
                    groups.stream()
                            .skip(at)
                            .limit(GROUPS_PER_LINE)
                            .collect(Collectors.joining(" ")));
        }
        return lines;
    }

    private List<Slip.Part> head(Language language, String title) {
        var parts = new ArrayList<Slip.Part>();
        if (election.kind() != ElectionKind.REAL) {
            parts.add(new Slip.Banner(text(language, "shell.kind." + election.kind())));
        }
        parts.add(new Slip.Title(text(language, title)));
        parts.add(new Slip.Text(election.title().in(language)));
        parts.add(new Slip.Text(station.name().in(language)));
        return parts;
    }

    private Slip.Pair pair(Language language, String key, long value) {
        return new Slip.Pair(text(language, key), Long.toString(value));
    }

    private String text(Language language, String key) {
        return messages.text(language, Message.of(key));
    }
}
