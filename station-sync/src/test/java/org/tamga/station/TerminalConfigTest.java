package org.tamga.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tamga.election.definition.TerminalKind;

@DisplayName("terminal.json")
class TerminalConfigTest {
    private static final String GOOD =
            "{\"centralKey\":\""
                    + "ab".repeat(32)
                    + "\",\"centralUrl\":\"https://127.0.0.1:8443\",\"electionId\":\"ky-2026\","
                    + "\"kind\":\"OPERATOR\",\"stationId\":\"0101\",\"terminalId\":\"0101-A\"}";

    @TempDir Path home;

    @Test
    void is_read_as_provisioned() throws IOException {
        write(GOOD);
        TerminalConfig config =
                assertInstanceOf(ConfigReading.Read.class, TerminalConfig.read(home)).config();
        assertEquals(TerminalKind.OPERATOR, config.kind());
        assertEquals("0101-A", config.terminalId());
        assertEquals(32, config.centralPublicKey().length);
    }

    @Test
    void is_refused_when_missing() {
        assertRefused(ConfigRefusal.MISSING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "OPERATOR|PRINTER",
                "https://127.0.0.1:8443|http://127.0.0.1:8443",
                "https://127.0.0.1:8443|https://127.0.0.1:8443/path",
                "https://127.0.0.1:8443|not an address",
                "\"0101-A\"|\"../../etc\"",
                "\"0101-A\"|\"\"",
                "abab|ab",
                "\"0101\",|\"0101\",\"surprise\":1,",
                "\"stationId\":\"0101\",|",
                "}|"
            })
    void is_refused_with_a_wrong_value_an_unknown_or_a_missing_key(String good, String bad)
            throws IOException {
        write(GOOD.replaceFirst(java.util.regex.Pattern.quote(good), bad == null ? "" : bad));
        assertInstanceOf(ConfigReading.Refused.class, TerminalConfig.read(home));
    }

    @Test
    void is_refused_when_huge() throws IOException {
        write(" ".repeat(100_000));
        assertRefused(ConfigRefusal.MALFORMED);
    }

    private void write(String json) throws IOException {
        Files.writeString(home.resolve(TerminalConfig.FILE), json);
    }

    private void assertRefused(ConfigRefusal reason) {
        assertEquals(
                reason,
                assertInstanceOf(ConfigReading.Refused.class, TerminalConfig.read(home)).reason());
    }
}
