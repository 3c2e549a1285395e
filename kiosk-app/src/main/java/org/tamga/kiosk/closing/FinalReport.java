package org.tamga.kiosk.closing;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tamga.election.definition.ElectionKind;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.definition.Station;
import org.tamga.election.journal.StationCounters;
import org.tamga.election.text.Language;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.i18n.Messages;
import org.tamga.kiosk.slip.Slip;

/** The last slip of the day: every counter with its value, to be signed by the commission. */
public final class FinalReport {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    private final ElectionPackage election;
    private final Station station;
    private final String terminalId;
    private final Messages messages;

    public FinalReport(
            ElectionPackage election, Station station, String terminalId, Messages messages) {
        this.election = election;
        this.station = station;
        this.terminalId = terminalId;
        this.messages = messages;
    }

    /**
     * @param closedAt when identification ended
     * @param booths ballots cast by booth, as far as imported
     */
    Slip slip(
            StationCounters counters,
            Instant closedAt,
            Map<String, Long> booths,
            Language language) {
        List<Slip.Part> parts = new ArrayList<>();
        if (election.kind() != ElectionKind.REAL) {
            parts.add(new Slip.Banner(text(language, "shell.kind." + election.kind())));
        }
        parts.add(new Slip.Title(text(language, "closing.slip.title")));
        parts.add(new Slip.Text(election.title().in(language)));
        parts.add(new Slip.Text(station.name().in(language)));
        parts.add(new Slip.Pair(text(language, "slip.terminal"), terminalId));
        var zone = ZoneId.of(election.timeZone());
        parts.add(new Slip.Pair(text(language, "slip.time"), TIME.withZone(zone).format(closedAt)));
        parts.add(new Slip.Rule());
        counters.byName()
                .forEach(
                        (name, value) ->
                                parts.add(
                                        new Slip.Pair(
                                                text(language, "counter." + name),
                                                Long.toString(value))));
        booths.forEach(
                (booth, cast) ->
                        parts.add(
                                new Slip.Pair(
                                        text(language, "closing.slip.booth") + " " + booth,
                                        Long.toString(cast))));
        parts.add(new Slip.Rule());
        for (var official : station.officials()) {
            var role = text(language, "signin.role." + official.role());
            parts.add(new Slip.SignatureLine(official.name().in(language) + ", " + role));
        }
        return new Slip("final", parts);
    }

    private String text(Language language, String key) {
        return messages.text(language, Message.of(key));
    }
}
