package org.tamga.central.register;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tamga.central.CentralHome;
import org.tamga.central.storage.Database;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.definition.TerminalKind;

/** Gives operator terminals the published register files of their station, one step at a time. */
public final class RegisterShelf {
    private final CentralHome home;
    private final Database database;
    private final Map<String, String> stationOfOperator;

    public RegisterShelf(CentralHome home, Database database, ElectionPackage electionPackage) {
        this.home = home;
        this.database = database;
        this.stationOfOperator =
                electionPackage.stations().stream()
                        .flatMap(
                                station ->
                                        station.terminals().stream()
                                                .filter(
                                                        terminal ->
                                                                terminal.kind()
                                                                        == TerminalKind.OPERATOR)
                                                .map(
                                                        terminal ->
                                                                Map.entry(
                                                                        terminal.id(),
                                                                        station.id())))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What follows the version a terminal holds. */
    public sealed interface Step {}

    /**
     * @param file a register file, sealed to the terminal
     */
    @SuppressWarnings("ArrayRecordComponent") // handed through once, never compared
    public record Next(byte[] file) implements Step {}

    public record NothingNewer() implements Step {}

    /** Not an operator terminal. */
    public record NotForIt() implements Step {}

    /**
     * @param held version that the terminal holds, 0 for none
     */
    public Step after(String terminal, int held) {
        String station = stationOfOperator.get(terminal);
        if (station == null) {
            return new NotForIt();
        }
        int newest = newest(station);
        if (held >= newest) {
            return new NothingNewer();
        }
        return new Next(
                CentralHome.read(
                        held == 0
                                ? home.registerSnapshot(station, newest)
                                : home.registerDelta(station, held + 1)));
    }

    /** The newest whole register for a terminal; none for a booth, or before publishing. */
    public Optional<Path> whole(String terminal) {
        return Optional.ofNullable(stationOfOperator.get(terminal))
                .map(station -> home.registerSnapshot(station, newest(station)))
                .filter(Files::exists);
    }

    private int newest(String station) {
        return database.transaction(
                connection -> RegisterPublisher.lastVersion(connection, station));
    }
}
