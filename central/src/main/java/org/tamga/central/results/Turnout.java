package org.tamga.central.results;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.election.wire.CanonicalJson;

/**
 * Turnout as far as it is known: {@code turnout.json}.
 *
 * @param stations sorted by id, only those heard of
 */
public record Turnout(String electionId, List<OfStation> stations, Total total) {
    public Turnout {
        stations = List.copyOf(stations);
    }

    /**
     * One station.
     *
     * @param at instant of the count, absent in the published record
     */
    public record OfStation(
            String station,
            @Nullable String at,
            long registered,
            long identifiedPaper,
            long identifiedOnline,
            long identifiedMobile) {

        /** Identified in all channels. */
        public long identified() {
            return identifiedPaper + identifiedOnline + identifiedMobile;
        }
    }

    /** Sums over the stations heard of. */
    public record Total(
            long registered, long identifiedPaper, long identifiedOnline, long identifiedMobile) {

        /** Identified in all channels. */
        public long identified() {
            return identifiedPaper + identifiedOnline + identifiedMobile;
        }
    }

    /** Turnout from what the stations have sent. */
    public static Turnout read(Connection connection, String electionId) throws SQLException {
        String sql =
                """
                SELECT station, counted_at, registered, paper, online, mobile FROM turnout
                ORDER BY station""";
        var stations = new ArrayList<OfStation>();
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                stations.add(
                        new OfStation(
                                rows.getString(1),
                                rows.getString(2),
                                rows.getLong(3),
                                rows.getLong(4),
                                rows.getLong(5),
                                rows.getLong(6)));
            }
        }
        return of(electionId, stations);
    }

    private static Turnout of(String electionId, List<OfStation> stations) {
        return new Turnout(
                electionId,
                stations,
                new Total(
                        stations.stream().mapToLong(OfStation::registered).sum(),
                        stations.stream().mapToLong(OfStation::identifiedPaper).sum(),
                        stations.stream().mapToLong(OfStation::identifiedOnline).sum(),
                        stations.stream().mapToLong(OfStation::identifiedMobile).sum()));
    }

    /** Without the instants, which say when a station was last heard of and nothing else. */
    public Turnout forRecord() {
        return of(
                electionId,
                stations.stream()
                        .map(
                                station ->
                                        new OfStation(
                                                station.station(),
                                                null,
                                                station.registered(),
                                                station.identifiedPaper(),
                                                station.identifiedOnline(),
                                                station.identifiedMobile()))
                        .toList());
    }

    /** Canonical JSON. */
    public byte[] toBytes() {
        return CanonicalJson.write(this);
    }
}
