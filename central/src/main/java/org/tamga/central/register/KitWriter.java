package org.tamga.central.register;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tamga.central.CentralFailure;
import org.tamga.central.CentralHome;
import org.tamga.central.Centre;
import org.tamga.central.keys.StationKeys;
import org.tamga.election.definition.ElectionKind;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.definition.Official;
import org.tamga.election.definition.Station;
import org.tamga.election.definition.Terminal;
import org.tamga.election.definition.TerminalKind;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.Hex;

/** Writes what a station's terminals are set up from: one folder a terminal, and the cards. */
public final class KitWriter {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Centre centre;
    private final ElectionPackage electionPackage;
    private final String centralUrl;

    /**
     * @param centralUrl under which the terminals reach the centre
     */
    public KitWriter(Centre centre, ElectionPackage electionPackage, String centralUrl) {
        this.centre = centre;
        this.electionPackage = electionPackage;
        this.centralUrl = centralUrl;
    }

    private record TerminalFile(
            String centralKey,
            String centralUrl,
            String electionId,
            TerminalKind kind,
            String stationId,
            String terminalId) {}

    /**
     * Writes the kit of a station.
     *
     * @param out folder that is made; one folder for each terminal in it
     * @return the terminals' folders
     * @throws CentralFailure CN-54 if the station does not exist, CN-20 if {@code out} is in use
     */
    public List<Path> write(String stationId, Path out) {
        Station station =
                electionPackage
                        .station(stationId)
                        .orElseThrow(
                                () -> CentralFailure.usage("CN-54", "no station " + stationId));
        if (Files.exists(out.resolve("cards.jsonl"))) {
            throw CentralFailure.usage("CN-20", out + " holds a kit already");
        }
        CentralHome home = centre.home();
        copySecret(home.cards(stationId), out.resolve("cards.jsonl"));
        copySigned(home.cardList(stationId), out);
        return station.terminals().stream()
                .map(terminal -> writeTerminal(station, terminal, out.resolve(terminal.id())))
                .toList();
    }

    private Path writeTerminal(Station station, Terminal terminal, Path folder) {
        CentralHome home = centre.home();
        Path keys = home.stationKeys(station.id());
        Path identity = keys.resolve(terminal.id());
        copySecret(identity.resolve("identity.p12"), folder.resolve("identity.p12"));
        copySecret(identity.resolve("identity.secret"), folder.resolve("identity.secret"));
        CentralHome.write(folder.resolve("terminal.json"), terminalFile(station, terminal));
        CentralHome.write(folder.resolve("central-ca.pem"), authorityPem());
        copySigned(home.electionPackage(), folder.resolve("package"));
        CentralHome.writeSecret(folder.resolve("officials.secret"), sheet(StationKeys.sheet(keys)));
        if (terminal.kind() == TerminalKind.BOOTH) {
            copySigned(home.cardList(station.id()), folder.resolve("package"));
        }
        if (terminal.kind() == TerminalKind.OPERATOR) {
            // The newest version as a whole: no delta belongs to it.
            int version =
                    centre.database()
                            .transaction(
                                    connection ->
                                            RegisterPublisher.lastVersion(
                                                    connection, station.id()));
            Path register = home.registerSnapshot(station.id(), version);
            copy(register, folder.resolve("register").resolve(register.getFileName()));
            for (Official official : station.officials()) {
                String name = official.id() + ".p12";
                copySecret(
                        keys.resolve("officials").resolve(name),
                        folder.resolve("officials").resolve(name));
            }
        }
        return folder;
    }

    private byte[] terminalFile(Station station, Terminal terminal) {
        return CanonicalJson.write(
                new TerminalFile(
                        Hex.of(centre.keys().central().publicKey()),
                        centralUrl,
                        electionPackage.electionId(),
                        terminal.kind(),
                        station.id(),
                        terminal.id()));
    }

    private byte[] sheet(List<StationKeys.OfficialSecret> officials) {
        Map<String, Object> sheet = new TreeMap<>();
        sheet.put("officials", officials);
        sheet.put(
                "notice",
                electionPackage.kind() == ElectionKind.REAL
                        ? "Print, hand over in sealed envelopes, delete this file."
                        : "DEMONSTRATION: codes in clear, worthless for a real election.");
        try {
            return JSON.writeValueAsBytes(sheet);
        } catch (JacksonException e) {
            throw new IllegalStateException("The sheet is always JSON", e);
        }
    }

    private byte[] authorityPem() {
        X509Certificate certificate =
                centre.keys().authority(centre.prepared().createdAt()).certificate();
        try {
            String body =
                    Base64.getMimeEncoder(64, new byte[] {'\n'})
                            .encodeToString(certificate.getEncoded());
            return ("-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n")
                    .getBytes(StandardCharsets.US_ASCII);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("The certificate is not encodable", e);
        }
    }

    private static void copy(Path from, Path to) {
        CentralHome.write(to, bytes(from));
    }

    private static void copySigned(Path from, Path folder) {
        Path signature = CentralHome.signatureOf(from);
        copy(from, folder.resolve(String.valueOf(from.getFileName())));
        copy(signature, folder.resolve(String.valueOf(signature.getFileName())));
    }

    private static void copySecret(Path from, Path to) {
        CentralHome.writeSecret(to, bytes(from));
    }

    private static byte[] bytes(Path file) {
        if (!Files.isRegularFile(file)) {
            throw CentralFailure.usage("CN-53", file + " is missing; run publish");
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
