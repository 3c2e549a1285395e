package org.tamga.central;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.tamga.central.definition.DefinitionFile;
import org.tamga.central.definition.ElectionDefinition;
import org.tamga.central.definition.Prepared;
import org.tamga.central.keys.CentralKeys;
import org.tamga.central.keys.CertificateAuthority;
import org.tamga.central.keys.StationKeys;
import org.tamga.election.definition.ElectionKind;
import org.tamga.election.definition.Official;
import org.tamga.election.definition.Station;
import org.tamga.election.wire.Hex;

/** Makes a central home: keys, authority, identities of all stations. */
public final class Initialisation {
    private final CentralHome home;
    private final Instant now;

    /**
     * @param now decides what {@code today} is and when certificates begin
     */
    public Initialisation(CentralHome home, Instant now) {
        this.home = home;
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * Makes the home.
     *
     * @param yaml the definition, kept as it is
     * @param name of the definition, for messages
     * @throws CentralFailure CN-20 if the folder is not empty, CN-23 if the definition is wrong
     */
    public ElectionDefinition run(byte[] yaml, String name) {
        requireEmpty(home.root());
        ElectionDefinition definition = DefinitionFile.parse(yaml, name);
        CentralKeys keys = CentralKeys.create(home.keys(), definition.electionId(), now);
        CertificateAuthority authority = keys.authority(now);
        List<Station> stations =
                definition.stations().stream()
                        .map(plan -> station(plan, definition.kind(), authority))
                        .toList();
        CentralHome.write(home.definition(), yaml);
        new Prepared(now, definition.dayOf(now), stations, Hex.of(keys.cards().publicKey()))
                .write(home);
        return definition;
    }

    private Station station(
            ElectionDefinition.StationPlan plan,
            ElectionKind kind,
            CertificateAuthority authority) {
        var keys = new StationKeys(home.stationKeys(plan.id()), authority, plan.id());
        List<Official> officials =
                plan.officials().stream()
                        .map(
                                official ->
                                        new Official(
                                                official.id(),
                                                official.name(),
                                                official.role(),
                                                ""))
                        .toList();
        return new Station(
                plan.id(),
                plan.name(),
                plan.address(),
                plan.region(),
                plan.ballotStyleIds(),
                keys.createOfficials(officials, kind),
                plan.terminals().stream()
                        .map(terminal -> keys.createTerminal(terminal.id(), terminal.kind()))
                        .toList());
    }

    private static void requireEmpty(Path root) {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> files = Files.list(root)) {
            if (files.findAny().isPresent()) {
                throw CentralFailure.usage("CN-20", root + " is not an empty folder");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
