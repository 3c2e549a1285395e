package org.tamga.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tamga.kiosk.fixture.TestStation;
import org.tamga.kiosk.station.TestKit;

@DisplayName("Wrong use of the command line")
class CommandLineTest {

    @TempDir static Path folder;

    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void terminals() throws IOException {
        TestKit.create(folder.resolve("kit"), 1).setUp(folder.resolve("home"), Clock.systemUTC());
        TestStation.create(folder.resolve("station")).lockedBooth();
        Files.writeString(
                folder.resolve("bad-kit.yaml"), "kit: bad\nnote: x\ndevices: {radio: {}}\n");
        Files.writeString(folder.resolve("full"), "x");
        Files.writeString(folder.resolve("codes"), "{\"officials\":[]}");
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "''|KA-01",
                "statoin|KA-01",
                "station|KA-01",
                "booth|KA-01",
                "station --hom x|KA-01",
                "station --home DIR/none|TC-01",
                "booth --home DIR/none|TC-01",
                "station --home DIR/full|TC-01",
                "station --home DIR/home|KA-02",
                "booth --home DIR/station/home-B|KA-02",
                "station --home DIR/station/home-B --simulated|SU-03",
                "booth --home DIR/home --simulated|SU-03",
                "station --home DIR/home --kit nothing|DV-34",
                "station --home DIR/home --kit DIR|DV-34",
                "station --home DIR/home --kit DIR/bad-kit.yaml|DV-31",
                "booth --home DIR/station/home-B --kit nothing|DV-34",
                "station --home DIR/home --kit serial --simulated|KA-01",
                "station --home DIR/home --simulated --people x:y|KA-01",
                "station --home DIR/home --simulated --people 1|KA-01",
                "station --home DIR/home --simulated --people 1:99999999999|KA-01",
                "station setup --kit DIR --home DIR/new|KA-01",
                "station setup --kit DIR/kit --home DIR/new --codes DIR/none|SU-05",
                "booth setup --kit DIR/kit --home DIR/new --codes DIR/codes|SU-05",
                "demo --voters 3|KA-01",
                "demo --voters many|KA-01",
                "demo --out DIR/new|KA-01",
                "demo --unattended|KA-01",
                "demo --unattended --out DIR|KA-01",
                "demo --unattended --out DIR/full|KA-01",
                "demo --unattended --out DIR/new --fingers DIR/none|KA-01",
                "demo --unattended --out DIR/new --seed x|KA-01"
            })
    void oneLine(String words, String code) {
        assertEquals(2, run(words));
        assertTrue(
                err.toString().endsWith(" [" + code + "]" + System.lineSeparator()), err::toString);
        assertEquals(1, err.toString().lines().count(), err::toString);
        assertTrue(err.toString().startsWith("tamga"), err::toString);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "station --home DIR/none|no such file: DIR/none/terminal.json [TC-01]",
                "station setup --kit DIR/kit --home DIR/new --codes DIR/none|no such file: DIR/none [SU-05]"
            })
    @DisplayName("says of a missing file that it is missing, and names it once")
    void missingFile(String words, String said) {
        run(words);
        assertTrue(
                err.toString()
                        .endsWith(
                                ": "
                                        + said.replace("DIR", folder.toString())
                                        + System.lineSeparator()),
                err::toString);
        assertEquals(2, err.toString().split("/none", -1).length, err::toString);
    }

    @Test
    @DisplayName("never begins an answer to --help")
    void help() {
        assertEquals(0, run("station --help"));
        assertEquals(0, run("booth setup --help"));
        assertEquals("", err.toString());
    }

    private int run(String words) {
        String[] arguments =
                words.isBlank()
                        ? new String[0]
                        : words.replace("DIR", folder.toString()).split(" ");
        PrintWriter sink = new PrintWriter(new StringWriter());
        return Tamga.execute(sink, new PrintWriter(err, true), arguments);
    }
}
