package org.tamga.station;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tamga.election.definition.TerminalKind;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.Hex;
import org.tamga.election.wire.WireFormatException;

/**
 * Content of {@code terminal.json}, canonical JSON, as the centre provisioned it.
 *
 * @param electionId the election
 * @param stationId the terminal's station
 * @param terminalId the terminal
 * @param kind operator terminal or booth
 * @param centralUrl {@code https://host:port} of the centre
 * @param centralKey raw Ed25519 key of the centre, lower-case hex of 32 bytes
 * @param kit name of the set of devices, absent for whatever is attached
 */
public record TerminalConfig(
        String electionId,
        String stationId,
        String terminalId,
        TerminalKind kind,
        String centralUrl,
        String centralKey,
        @Nullable String kit) {
    /** Name of the file in the terminal's home. */
    public static final String FILE = "terminal.json";

    private static final long MAX_BYTES = 64 * 1024;
    private static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    /**
     * @throws IllegalArgumentException naming the first value that is out of range
     */
    public TerminalConfig {
        require(electionId.matches(ID), "electionId");
        require(stationId.matches(ID), "stationId");
        require(terminalId.matches(ID), "terminalId");
        require(Hex.isBytes(centralKey, 32), "centralKey");
        require(kit == null || kit.matches(ID), "kit");
        URI url = URI.create(centralUrl);
        boolean bare = url.getRawPath() == null || url.getRawPath().isEmpty();
        require("https".equals(url.getScheme()) && url.getHost() != null && bare, "centralUrl");
    }

    private static void require(boolean holds, String name) {
        if (!holds) {
            throw new IllegalArgumentException(name);
        }
    }

    /** Reads {@code terminal.json} of a home folder; unknown keys are refused. */
    public static ConfigReading read(Path home) {
        Path file = home.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return new ConfigReading.Refused(ConfigRefusal.MISSING, "no such file: " + file);
        }
        try {
            if (Files.size(file) > MAX_BYTES) {
                return new ConfigReading.Refused(ConfigRefusal.MALFORMED, "too long");
            }
            byte[] json = Files.readAllBytes(file);
            return new ConfigReading.Read(CanonicalJson.read(json, TerminalConfig.class));
        } catch (IOException e) {
            return new ConfigReading.Refused(
                    ConfigRefusal.UNREADABLE, String.valueOf(e.getMessage()));
        } catch (WireFormatException e) {
            return new ConfigReading.Refused(
                    ConfigRefusal.MALFORMED, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            return new ConfigReading.Refused(
                    ConfigRefusal.BAD_VALUE, String.valueOf(e.getMessage()));
        }
    }

    /** The raw key of the centre, 32 bytes. */
    public byte[] centralPublicKey() {
        return Hex.parse(centralKey);
    }
}
