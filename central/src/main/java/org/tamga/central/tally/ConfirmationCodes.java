package org.tamga.central.tally;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.TreeSet;
import org.tamga.central.CentralFailure;
import org.tamga.central.storage.Database;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.definition.Station;
import org.tamga.election.definition.Terminal;
import org.tamga.election.definition.TerminalKind;

/**
 * The confirmation codes of all ballots that arrived, for voters who look theirs up: that a ballot
 * is in the box, never what it says.
 */
public final class ConfirmationCodes {
    private ConfirmationCodes() {}

    /**
     * One line a ballot, sorted: station, CAST or SPOILED, code. A booth whose box has not arrived
     * whole is left out.
     */
    public static String list(Database database, ElectionPackage election) {
        var lines = new TreeSet<String>();
        database.transaction(
                connection -> {
                    for (Station station : election.stations()) {
                        for (Terminal terminal : station.terminals()) {
                            if (terminal.kind() == TerminalKind.BOOTH) {
                                box(connection, station, terminal)
                                        .ifPresent(box -> add(box, lines));
                            }
                        }
                    }
                    return lines.size();
                });
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    private static Optional<BallotBox> box(Connection connection, Station station, Terminal booth)
            throws SQLException {
        try {
            return BallotBox.read(connection, station.id(), booth.id());
        } catch (CentralFailure incomplete) {
            return Optional.empty();
        }
    }

    private static void add(BallotBox box, TreeSet<String> lines) {
        box.ballots()
                .forEach(
                        ballot ->
                                lines.add(
                                        box.station()
                                                + " "
                                                + ballot.state()
                                                + " "
                                                + ballot.confirmationCode()));
    }
}
