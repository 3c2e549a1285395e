package org.tamga.central.keys;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.tamga.central.CentralFailure;
import org.tamga.central.CentralHome;
import org.tamga.election.definition.ElectionKind;
import org.tamga.election.definition.Official;
import org.tamga.election.definition.OfficialRole;
import org.tamga.election.definition.Terminal;
import org.tamga.election.definition.TerminalKind;
import org.tamga.election.text.LocalizedText;
import org.tamga.election.wire.Hex;
import org.tamga.election.wire.RawKeys;

/**
 * Makes the identities of one station's terminals and officials and keeps them in the station's
 * folder until the kit is handed over.
 */
public final class StationKeys {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final CertificateAuthority authority;
    private final String station;

    /**
     * @param folder the station's folder in the central home
     */
    public StationKeys(Path folder, CertificateAuthority authority, String station) {
        this.folder = folder;
        this.authority = authority;
        this.station = station;
    }

    /** Code of an official, in clear only in the sheet that goes with the kit. */
    public record OfficialSecret(
            String id, String name, OfficialRole role, String code, String password) {}

    /** A terminal with fresh keys; {@code identity.p12} and its password are written. */
    public Terminal createTerminal(String id, TerminalKind kind) {
        String password = Secrets.newPassword();
        X509Certificate root = authority.certificate();
        KeyPair tls = KeyPairs.p256();
        KeyPair signing = KeyPairs.ed25519();
        KeyFile file =
                KeyFile.empty(password.toCharArray())
                        .with(
                                "tls",
                                tls.getPrivate(),
                                authority.issueTls(tls.getPublic(), id, station, false),
                                root)
                        .with(
                                "signing",
                                signing.getPrivate(),
                                authority.issueSigning(signing.getPublic(), id, station),
                                root)
                        .trusting("central-ca", root);
        String registerKey = null;
        if (kind == TerminalKind.OPERATOR) {
            KeyPair register = KeyPairs.x25519();
            file.with(
                    "register",
                    register.getPrivate(),
                    authority.issueAgreement(register.getPublic(), id, station),
                    root);
            registerKey = Hex.of(RawKeys.of(register.getPublic()));
        }
        file.write(folder.resolve(id).resolve("identity.p12"));
        CentralHome.writeSecret(
                folder.resolve(id).resolve("identity.secret"),
                (password + "\n").getBytes(StandardCharsets.UTF_8));
        return new Terminal(id, kind, Hex.of(RawKeys.of(signing.getPublic())), registerKey);
    }

    /**
     * Officials with fresh keys; their PKCS#12 files and the sheet of codes are written. Such a
     * file lies beside the vault that the same official's code opens, and yields to guessing far
     * sooner: only where nothing is at stake may code and password be one.
     */
    public List<Official> createOfficials(List<Official> officials, ElectionKind kind) {
        var certified = new ArrayList<Official>();
        var sheet = new ArrayList<OfficialSecret>();
        for (Official official : officials) {
            String code = Secrets.newCode();
            String password = kind == ElectionKind.DEMO ? code : Secrets.newPassword();
            KeyPair pair = KeyPairs.p256();
            X509Certificate certificate =
                    authority.issueOfficial(pair.getPublic(), official.name().ru(), station);
            KeyFile.empty(password.toCharArray())
                    .with(official.id(), pair.getPrivate(), certificate, authority.certificate())
                    .write(folder.resolve("officials").resolve(official.id() + ".p12"));
            certified.add(withCertificate(official, certificate));
            sheet.add(
                    new OfficialSecret(
                            official.id(), official.name().ru(), official.role(), code, password));
        }
        try {
            CentralHome.writeSecret(sheetFile(folder), JSON.writeValueAsBytes(sheet));
        } catch (JacksonException e) {
            throw new IllegalStateException("The sheet is always JSON", e);
        }
        return certified;
    }

    /** The codes of a station's officials. */
    public static List<OfficialSecret> sheet(Path folder) {
        try {
            return List.of(
                    JSON.readValue(Files.readAllBytes(sheetFile(folder)), OfficialSecret[].class));
        } catch (IOException e) {
            throw CentralFailure.usage(
                    "CN-22", "the officials' codes cannot be read from " + folder);
        }
    }

    private static Path sheetFile(Path folder) {
        return folder.resolve("officials.json");
    }

    private static Official withCertificate(Official official, X509Certificate certificate) {
        LocalizedText name = official.name();
        try {
            return new Official(
                    official.id(),
                    name,
                    official.role(),
                    Base64.getEncoder().encodeToString(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("The certificate is not encodable", e);
        }
    }
}
