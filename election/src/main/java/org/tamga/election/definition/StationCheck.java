package org.tamga.election.definition;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;
import org.tamga.election.wire.Hex;

/** Whether stations, their officials and their terminals are complete. */
final class StationCheck {
    private final ElectionPackage pack;
    private final Problems problems;

    StationCheck(ElectionPackage pack, Problems problems) {
        this.pack = pack;
        this.problems = problems;
    }

    void run() {
        problems.ids(pack.stations().stream().map(Station::id).toList(), "stations");
        pack.stations().forEach(this::station);
        List<Terminal> terminals =
                pack.stations().stream().flatMap(station -> station.terminals().stream()).toList();
        problems.once(terminals.stream().map(Terminal::id).toList(), "terminals of all stations");
        problems.once(
                terminals.stream().map(Terminal::signingKey).toList(),
                "signing keys of all terminals");
    }

    private void station(Station station) {
        String place = "station " + station.id();
        problems.text(station.name(), place);
        problems.text(station.address(), place + ", address");
        problems.unless(!station.region().isBlank(), place, "no region");
        problems.unless(!station.ballotStyleIds().isEmpty(), place, "no ballot style");
        problems.once(station.ballotStyleIds(), place + ", ballot styles");
        problems.known(
                station.ballotStyleIds(),
                pack.ballotStyles().stream().map(BallotStyle::id).toList(),
                place);
        officials(station, place);
        terminals(station, place);
    }

    private void officials(Station station, String place) {
        List<Official> officials = station.officials();
        problems.ids(officials.stream().map(Official::id).toList(), place + ", officials");
        problems.once(
                officials.stream().map(Official::certificate).toList(), place + ", certificates");
        long chairs =
                officials.stream()
                        .filter(official -> official.role() == OfficialRole.CHAIR)
                        .count();
        problems.unless(chairs == 1, place, chairs + " chairs");
        problems.unless(
                officials.size() >= pack.policies().protocolSignersMinimum(),
                place,
                "fewer officials than signatures needed");
        problems.unless(
                officials.size() >= pack.policies().unlockThreshold(),
                place,
                "too few officials to unlock a terminal");
        for (Official official : officials) {
            String who = place + ", " + official.id();
            problems.text(official.name(), who);
            problems.unless(isCertificate(official.certificate()), who, "not an X.509 certificate");
        }
    }

    private void terminals(Station station, String place) {
        problems.ids(
                station.terminals().stream().map(Terminal::id).toList(), place + ", terminals");
        boolean operator =
                station.terminals().stream()
                        .anyMatch(terminal -> terminal.kind() == TerminalKind.OPERATOR);
        problems.unless(operator, place, "no operator terminal");
        for (Terminal terminal : station.terminals()) {
            String which = place + ", " + terminal.id();
            problems.unless(
                    Hex.isBytes(terminal.signingKey(), 32),
                    which,
                    "the signing key has not 32 bytes");
            String registerKey = terminal.registerKey();
            boolean fits =
                    terminal.kind() == TerminalKind.OPERATOR
                            ? registerKey != null && Hex.isBytes(registerKey, 32)
                            : registerKey == null;
            problems.unless(
                    fits,
                    which,
                    "an operator terminal has a register key of 32 bytes, a booth has none");
        }
    }

    private static boolean isCertificate(String base64) {
        try {
            byte[] der = Base64.getDecoder().decode(base64);
            return CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(der))
                    != null;
        } catch (IllegalArgumentException | CertificateException e) {
            return false;
        }
    }
}
