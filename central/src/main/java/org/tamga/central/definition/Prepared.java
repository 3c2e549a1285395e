package org.tamga.central.definition;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.tamga.central.CentralFailure;
import org.tamga.central.CentralHome;
import org.tamga.election.ballot.BallotKeys;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.definition.Station;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.WireFormatException;

/**
 * What {@code init} added to the definition: the day, the stations with keys and certificates.
 *
 * @param createdAt when the home was made
 * @param electionDay the day itself, never "today"
 * @param stations with the public parts of all keys
 * @param cardPublicKey hex of the key that signs activation cards
 */
public record Prepared(
        Instant createdAt, LocalDate electionDay, List<Station> stations, String cardPublicKey) {

    /** Keeps it in the home. */
    public void write(CentralHome home) {
        CentralHome.write(home.root().resolve("prepared.json"), CanonicalJson.write(this));
    }

    /** Reads it from an initialised home. */
    public static Prepared read(CentralHome home) {
        try {
            return CanonicalJson.read(
                    Files.readAllBytes(home.root().resolve("prepared.json")), Prepared.class);
        } catch (IOException | WireFormatException e) {
            throw CentralFailure.usage(
                    "CN-21", home.root() + " is not a whole central home: prepared.json");
        }
    }

    /** The election package of these parts. */
    public ElectionPackage electionPackage(
            ElectionDefinition definition, BallotKeys ballotKeys, int version) {
        Instant start =
                electionDay
                        .atTime(LocalTime.MIN)
                        .atZone(ZoneId.of(definition.timeZone()))
                        .toInstant();
        Instant from = createdAt.isBefore(start) ? createdAt : start;
        return new ElectionPackage(
                1,
                definition.electionId(),
                version,
                definition.kind(),
                definition.title(),
                electionDay,
                from.minusSeconds(3600),
                start.plusSeconds(86_400L * (definition.validDays() + 1L)),
                definition.timeZone(),
                definition.contests(),
                definition.ballotStyles(),
                stations,
                definition.protocolForm(),
                definition.policies(),
                ballotKeys,
                cardPublicKey);
    }
}
