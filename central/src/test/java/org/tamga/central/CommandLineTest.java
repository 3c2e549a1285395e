package org.tamga.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "publish",
                "publish --home /nowhere",
                "init --home /nowhere/x --definition /no/such/file",
                "serve --home /nowhere --port many",
                "guardian new --dir /nowhere/g --exchange /nowhere/e --index 4 --guardians 3 --threshold 2",
                "people import --home /nowhere --people /nowhere",
                "people",
            })
    void wrong_use_is_one_line_with_a_code_and_status_2(String arguments) {
        var err = new StringWriter();
        var command = CentralCommand.commandLine().setErr(new PrintWriter(err, true));
        int status = command.execute(arguments.isEmpty() ? new String[0] : arguments.split(" "));
        assertEquals(2, status, err.toString());
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertTrue(
                err.toString().matches("(?s)tamga central.*: .+ \\[CN-\\d\\d]\\s+"),
                err.toString());
    }

    @Test
    void a_kit_has_what_its_terminals_need_and_only_its_owner_reads_the_secrets()
            throws IOException {
        Path home = TestHomes.copyTo(folder.resolve("home"));
        Path kit = folder.resolve("kit");
        assertEquals(0, execute("publish", "--home", home.toString()));
        assertEquals(
                0,
                execute(
                        "provision",
                        "--home",
                        home.toString(),
                        "--station",
                        "0101",
                        "--out",
                        kit.toString()));
        for (String secret :
                new String[] {
                    "cards.jsonl",
                    "0101-A/identity.p12",
                    "0101-A/identity.secret",
                    "0101-A/officials.secret",
                    "0101-A/officials/of-0101-1.p12",
                    "0101-B/identity.p12"
                }) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(kit.resolve(secret))),
                    secret);
        }
        assertTrue(Files.exists(kit.resolve("0101-A/register/register-0101-1.tamga")));
        assertFalse(Files.exists(kit.resolve("0101-B/register")));
        assertFalse(Files.exists(kit.resolve("0101-B/officials")));
    }

    @Test
    void no_secret_of_a_home_is_readable_by_others() throws IOException {
        Path home = TestHomes.copyTo(folder.resolve("home"));
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file :
                    files.filter(
                                    file ->
                                            file.toString()
                                                    .matches(
                                                            ".*(p12|secret|secrets.json|officials.json)"))
                            .toList()) {
                assertEquals(
                        "rw-------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
                        file.toString());
            }
        }
    }

    @Test
    void publishing_twice_changes_nothing() throws IOException {
        Path home = TestHomes.copyTo(folder.resolve("home"));
        assertEquals(0, execute("publish", "--home", home.toString()));
        byte[] first = Files.readAllBytes(new CentralHome(home).electionPackage());
        byte[] cards = Files.readAllBytes(new CentralHome(home).cardList("0101"));
        assertEquals(0, execute("publish", "--home", home.toString()));
        assertTrue(
                Arrays.equals(first, Files.readAllBytes(new CentralHome(home).electionPackage())));
        assertTrue(
                Arrays.equals(cards, Files.readAllBytes(new CentralHome(home).cardList("0101"))));
        assertFalse(Files.exists(new CentralHome(home).registerSnapshot("0101", 2)));
    }

    private static int execute(String... arguments) {
        return CentralCommand.commandLine().execute(arguments);
    }
}
