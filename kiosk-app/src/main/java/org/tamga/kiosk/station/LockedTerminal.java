package org.tamga.kiosk.station;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.definition.ElectionPackages;
import org.tamga.election.definition.PackageOpening;
import org.tamga.election.definition.PackageRefusal;
import org.tamga.election.definition.Station;
import org.tamga.election.definition.TerminalKind;
import org.tamga.election.journal.EventType;
import org.tamga.election.journal.SignedEvent;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.DetachedSignature;
import org.tamga.election.wire.Digests;
import org.tamga.election.wire.WireFormatException;
import org.tamga.station.ConfigReading;
import org.tamga.station.StationHome;
import org.tamga.station.TerminalConfig;
import org.tamga.station.store.JournalStore;

/**
 * A terminal before anybody unlocked it: what it is, and its election package, which is signed but
 * not secret.
 *
 * @param packageHash SHA-256 of the package file as it was opened, lower-case hex
 */
public record LockedTerminal(
        Path home,
        TerminalConfig config,
        ElectionPackage electionPackage,
        String packageHash,
        Station station) {

    /** What came of looking into a home folder. */
    public sealed interface Preparation {}

    public record Prepared(LockedTerminal terminal) implements Preparation {}

    /**
     * @param code stable code: TC-nn, EP-nn or SU-nn
     * @param detail one English line
     */
    public record Unusable(String code, String detail) implements Preparation {}

    /**
     * @param kind what the program that asks is for
     */
    public static Preparation prepare(Path home, TerminalKind kind, InstantSource clock) {
        return switch (TerminalConfig.read(home)) {
            case ConfigReading.Refused refused ->
                    new Unusable(refused.reason().code(), refused.detail());
            case ConfigReading.Read(TerminalConfig config) ->
                    config.kind() == kind
                            ? prepare(home, config, clock)
                            : new Unusable("SU-03", "this home is of a " + config.kind());
        };
    }

    private static Preparation prepare(Path home, TerminalConfig config, InstantSource clock) {
        Path file = new StationHome(home).packageFile();
        byte[] json;
        try {
            json = Files.readAllBytes(file);
        } catch (IOException e) {
            return new Unusable(PackageRefusal.MALFORMED.code(), FileProblem.of(file, e));
        }
        return switch (openPackage(json, home, config, clock)) {
            case PackageOpening.Refused refused ->
                    new Unusable(refused.reason().code(), refused.detail());
            // The centre signs more than one election: a package of another one is genuine, too.
            case PackageOpening.Accepted(ElectionPackage electionPackage)
                    when !electionPackage.electionId().equals(config.electionId()) ->
                    new Unusable(
                            "SU-06", "the package is of election " + electionPackage.electionId());
            case PackageOpening.Accepted(ElectionPackage electionPackage) ->
                    electionPackage
                            .station(config.stationId())
                            .filter(station -> station.terminal(config.terminalId()).isPresent())
                            .<Preparation>map(
                                    station ->
                                            new Prepared(
                                                    new LockedTerminal(
                                                            home,
                                                            config,
                                                            electionPackage,
                                                            Digests.sha256Hex(json),
                                                            station)))
                            .orElseGet(
                                    () ->
                                            new Unusable(
                                                    "SU-04",
                                                    "the package has no terminal %s at station %s"
                                                            .formatted(
                                                                    config.terminalId(),
                                                                    config.stationId())));
        };
    }

    /** Checks the package file anew: the same file, signature, form, time, consistency. */
    public PackageOpening reopenPackage(InstantSource clock) {
        byte[] json;
        try {
            json = Files.readAllBytes(new StationHome(home).packageFile());
        } catch (IOException e) {
            return unreadable(e);
        }
        return Digests.sha256Hex(json).equals(packageHash)
                ? openPackage(json, home, config, clock)
                : new PackageOpening.Refused(
                        PackageRefusal.REPLACED, "the file was changed since the start");
    }

    /**
     * Whether the package is the one that this terminal accepted last. The centre has signed older
     * ones, too: with one of those in its place the voters, keys and rules would be others.
     */
    public boolean isAcceptedIn(JournalStore journal) {
        return journal.events().stream()
                .map(SignedEvent::event)
                .filter(event -> event.type() == EventType.PACKAGE_ACCEPTED)
                .reduce((earlier, later) -> later)
                .filter(event -> packageHash.equals(event.data().get("hash")))
                .isPresent();
    }

    private static PackageOpening openPackage(
            byte[] json, Path home, TerminalConfig config, InstantSource clock) {
        try {
            return ElectionPackages.open(
                    json,
                    CanonicalJson.read(
                            Files.readAllBytes(new StationHome(home).packageSignature()),
                            DetachedSignature.class),
                    config.centralPublicKey(),
                    clock.instant());
        } catch (IOException | WireFormatException e) {
            return unreadable(e);
        }
    }

    private static PackageOpening unreadable(Exception cause) {
        return new PackageOpening.Refused(
                PackageRefusal.MALFORMED, String.valueOf(cause.getMessage()));
    }
}
