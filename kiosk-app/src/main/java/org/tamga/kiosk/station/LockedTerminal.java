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
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.DetachedSignature;
import org.tamga.election.wire.WireFormatException;
import org.tamga.station.ConfigReading;
import org.tamga.station.StationHome;
import org.tamga.station.TerminalConfig;

/**
 * A terminal before anybody unlocked it: what it is, and its election package, which is signed but
 * not secret.
 */
public record LockedTerminal(
        Path home, TerminalConfig config, ElectionPackage electionPackage, Station station) {

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
        return switch (openPackage(home, config, clock)) {
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

    /** Checks the package file anew: signature, form, time, consistency. */
    public PackageOpening reopenPackage(InstantSource clock) {
        return openPackage(home, config, clock);
    }

    private static PackageOpening openPackage(
            Path home, TerminalConfig config, InstantSource clock) {
        StationHome files = new StationHome(home);
        try {
            return ElectionPackages.open(
                    Files.readAllBytes(files.packageFile()),
                    CanonicalJson.read(
                            Files.readAllBytes(files.packageSignature()), DetachedSignature.class),
                    config.centralPublicKey(),
                    clock.instant());
        } catch (IOException | WireFormatException e) {
            return new PackageOpening.Refused(
                    PackageRefusal.MALFORMED, String.valueOf(e.getMessage()));
        }
    }
}
