package org.tamga.kiosk.closing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.definition.Station;
import org.tamga.election.definition.Terminal;
import org.tamga.election.definition.TerminalKind;
import org.tamga.election.exchange.BoothClosing;
import org.tamga.election.journal.DataKey;
import org.tamga.election.journal.EventType;
import org.tamga.election.journal.StationCounters;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.DetachedSignature;
import org.tamga.election.wire.Hex;
import org.tamga.election.wire.SignedKind;
import org.tamga.election.wire.WireFormatException;
import org.tamga.kiosk.station.StationJournal;

/**
 * Ends identification and takes over what the booths counted, so that the protocol can name both.
 */
public final class ClosingDesk {
    private final ElectionPackage election;
    private final Station station;
    private final StationJournal journal;

    public ClosingDesk(ElectionPackage election, Station station, StationJournal journal) {
        this.election = election;
        this.station = station;
        this.journal = journal;
    }

    /** What became of closing. */
    public sealed interface Closing {}

    public record Closed(StationCounters counters) implements Closing {}

    /** Codes: {@code CL-01} the station is not open, {@code CL-02} it is closed already. */
    public record NotClosed(String code) implements Closing {}

    /** What became of a booth's closing statement. */
    public sealed interface BoothImport {}

    /**
     * @param expected voters identified for the booth; more than {@code closing.cast()} means that
     *     somebody did not vote, less is impossible with honest cards
     */
    public record Imported(BoothClosing closing, long expected) implements BoothImport {}

    /**
     * Nothing was taken over. Codes: {@code CL-03} not readable, {@code CL-04} not of a booth of
     * this station, {@code CL-05} signature, {@code CL-06} imported already, {@code CL-07} close
     * the station first.
     */
    public record NotImported(String code) implements BoothImport {}

    /** Ends identification: from now on nobody is admitted. */
    public Closing close() {
        if (happened(EventType.STATION_CLOSED)) {
            return new NotClosed("CL-02");
        }
        if (!happened(EventType.STATION_OPENED)) {
            return new NotClosed("CL-01");
        }
        // A slip printed between the sum and its record would make the record wrong.
        synchronized (journal) {
            var counters = counters();
            var all = counters.byName();
            var data = new HashMap<String, String>();
            for (var name : EventType.STATION_CLOSED.keys().stream().map(DataKey::name).toList()) {
                data.put(name, Long.toString(all.getOrDefault(name, 0L)));
            }
            journal.append(EventType.STATION_CLOSED, data);
            return new Closed(counters);
        }
    }

    /** Checks a booth's signed closing statement and takes its figures over. */
    public BoothImport importBooth(byte[] statement, byte[] signature) {
        if (!happened(EventType.STATION_CLOSED)) {
            return new NotImported("CL-07");
        }
        BoothClosing closing;
        DetachedSignature detached;
        try {
            closing = CanonicalJson.read(statement, BoothClosing.class);
            detached = CanonicalJson.read(signature, DetachedSignature.class);
        } catch (WireFormatException e) {
            return new NotImported("CL-03");
        }
        var booth = booth(closing);
        if (booth.isEmpty()) {
            return new NotImported("CL-04");
        }
        if (!detached.verifies(
                SignedKind.BOOTH_CLOSING, statement, Hex.parse(booth.get().signingKey()))) {
            return new NotImported("CL-05");
        }
        if (imported().containsKey(closing.terminal())) {
            return new NotImported("CL-06");
        }
        journal.append(
                EventType.BOOTH_CLOSING_IMPORTED,
                Map.of(
                        "terminal", closing.terminal(),
                        "cast", Long.toString(closing.cast()),
                        "spoiled", Long.toString(closing.spoiled()),
                        "root", closing.root()));
        return new Imported(closing, counters().identifiedOnline());
    }

    private Optional<Terminal> booth(BoothClosing closing) {
        if (!closing.electionId().equals(election.electionId())
                || !closing.station().equals(station.id())) {
            return Optional.empty();
        }
        return station.terminal(closing.terminal())
                .filter(terminal -> terminal.kind() == TerminalKind.BOOTH);
    }

    /** Ballots cast by booth, as far as imported. */
    public Map<String, Long> imported() {
        var booths = new HashMap<String, Long>();
        for (var event : journal.events()) {
            if (event.type() == EventType.BOOTH_CLOSING_IMPORTED) {
                booths.put(
                        event.data().getOrDefault("terminal", ""),
                        Long.valueOf(event.data().getOrDefault("cast", "0")));
            }
        }
        return booths;
    }

    public StationCounters counters() {
        return journal.counters();
    }

    private boolean happened(EventType type) {
        return journal.last(type).isPresent();
    }
}
