package org.tamga.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.central.people.ImportFault;
import org.tamga.central.people.PeopleImport;
import org.tamga.central.register.Publication;
import org.tamga.election.voter.RegisterContent;
import org.tamga.election.voter.RegisterFiles;
import org.tamga.election.voter.RegisterKind;
import org.tamga.election.voter.RegisterOpening;
import org.tamga.election.voter.VoterRecord;

/** A population list from its folder to the register that a terminal opens. */
class PeopleTest {
    private static final PrintStream NOWHERE = new PrintStream(PrintStream.nullOutputStream());

    @TempDir Path folder;
    private Path people;
    private Centre centre;
    private TestTerminal operator;

    @BeforeEach
    void open() throws IOException {
        centre = Centre.open(TestHomes.copyTo(folder.resolve("home")), null);
        operator = new TestTerminal(centre.home().root(), "0101", "0101-A");
        Files.createDirectories(folder.resolve("people/fingers"));
        people = folder.resolve("people");
        for (int i = 1; i <= 3; i++) {
            drawFinger(people.resolve("fingers/" + i + ".png"), i);
        }
    }

    @AfterEach
    void close() {
        centre.close();
    }

    @Test
    void people_become_a_snapshot_then_a_delta_of_what_changed() throws IOException {
        write(line(1, "0101", "Асанова"), line(2, "0101", "Бекова"), line(3, "0102", "Ким"));
        PeopleImport.Outcome first = importPeople(false);
        assertEquals(List.of(), first.faults());
        assertEquals(3, first.added());
        publish();
        try (RegisterContent snapshot = register(centre.home().registerSnapshot("0101", 1), 0)) {
            assertEquals(RegisterKind.SNAPSHOT, snapshot.kind());
            assertEquals(
                    List.of("Асанова", "Бекова"),
                    snapshot.upserts().stream().map(v -> v.name().family()).toList());
            VoterRecord voter = snapshot.upserts().getFirst();
            assertEquals(2, voter.fingers().getFirst().position());
            assertTrue(voter.fingers().getFirst().template().length() > 100);
            assertEquals(1, snapshot.directory().size());
            assertEquals("0102", snapshot.directory().getFirst().stationId());
        }

        write(
                line(1, "0101", "Асанова-Эсенова"),
                line(2, "0101", "Бекова"),
                line(3, "0101", "Ким"));
        PeopleImport.Outcome second = importPeople(false);
        assertEquals(2, second.changed());
        assertEquals(1, second.unchanged());
        publish();
        try (RegisterContent delta = register(centre.home().registerDelta("0101", 2), 1)) {
            assertEquals(RegisterKind.DELTA, delta.kind());
            assertEquals(
                    List.of("Асанова-Эсенова", "Ким"),
                    delta.upserts().stream().map(v -> v.name().family()).toList());
            assertEquals(List.of(), delta.removals());
        }

        write(line(1, "0101", "Асанова-Эсенова"));
        assertEquals(2, importPeople(true).removed());
        publish();
        try (RegisterContent delta = register(centre.home().registerDelta("0101", 3), 2)) {
            assertEquals(List.of(), delta.upserts());
            assertEquals(2, delta.removals().size());
        }
        assertTrue(Files.exists(centre.home().registerDelta("0103", 3)), "the directory changed");
        publish();
        assertFalse(Files.exists(centre.home().registerDelta("0101", 4)));
        assertFalse(Files.exists(centre.home().registerDelta("0103", 4)));
    }

    @Test
    void what_cannot_be_taken_is_listed_with_its_line_and_code_and_the_rest_is_taken()
            throws IOException {
        Files.write(people.resolve("fingers/2.png"), new byte[] {1, 2, 3});
        write(
                line(1, "0101", "Асанова"),
                line(2, "0101", "Бекова"),
                line(1, "0101", "Снова"),
                line(3, "0999", "Нигде"),
                "not json",
                line(1, "0101", "Вне").replace("fingers/3.png", "../../etc/passwd"));
        PeopleImport.Outcome outcome = importPeople(false);
        assertEquals(1, outcome.added());
        assertEquals(
                List.of("2 IM-03", "3 CN-43", "4 CN-44", "5 CN-42", "6 CN-43"),
                outcome.faults().stream()
                        .sorted((a, b) -> Long.compare(a.line(), b.line()))
                        .map(fault -> fault.line() + " " + fault.code())
                        .toList());
        assertTrue(
                outcome.faults().stream()
                        .map(ImportFault::detail)
                        .noneMatch(d -> d.contains("Бекова")));
    }

    @Test
    void a_file_outside_the_folder_is_never_read() throws IOException {
        Files.write(
                folder.resolve("secret.png"), Files.readAllBytes(people.resolve("fingers/1.png")));
        write(line(1, "0101", "Асанова").replace("fingers/1.png", "../secret.png"));
        assertEquals("IM-01", importPeople(false).faults().getFirst().code());
    }

    private PeopleImport.Outcome importPeople(boolean complete) {
        return new PeopleImport(centre.definition(), centre.people(), centre.salt(), 500)
                .run(people, complete, NOWHERE);
    }

    private void publish() {
        new Publication(centre, Instant.now()).run();
    }

    private RegisterContent register(Path file, int held) throws IOException {
        RegisterOpening opening =
                RegisterFiles.open(
                        Files.readAllBytes(file),
                        operator.registerKey(),
                        operator.registerPublic(),
                        centre.keys().central().publicKey(),
                        "demo-2026",
                        "0101",
                        held);
        return assertInstanceOf(RegisterOpening.Accepted.class, opening, String.valueOf(opening))
                .content();
    }

    private void write(String... lines) throws IOException {
        Files.write(people.resolve("people.jsonl"), List.of(lines), StandardCharsets.UTF_8);
    }

    private static String line(int person, String station, String family) {
        return """
                {"person":%d,"pin":"%s","family":"%s","given":"Үлгү","patronymic":"","birthDate":\
                "1980-01-0%d","sex":"F","fingers":[{"position":2,"images":["fingers/%d.png"]}],\
                "ballotStyle":"bs-1","station":"%s"}"""
                .formatted(person, pin(person), family, person, person, station);
    }

    /** A Kyrgyz PIN: sex, birth date, serial. */
    private static String pin(int person) {
        return "1%02d011980%05d".formatted(person, person);
    }

    /** Ridges around random centres: enough for minutiae, nobody's finger. */
    private static void drawFinger(Path file, long seed) throws IOException {
        var random = new Random(seed);
        var points = new ArrayList<double[]>();
        for (int i = 0; i < 24; i++) {
            points.add(
                    new double[] {random.nextDouble() * 260 + 20, random.nextDouble() * 320 + 20});
        }
        var image = new BufferedImage(300, 360, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < 360; y++) {
            for (int x = 0; x < 300; x++) {
                double phase = y * 2 * Math.PI / 9;
                for (double[] point : points) {
                    phase += Math.atan2(y - point[1], x - point[0]);
                }
                int grey = (int) (128 + 100 * Math.cos(phase));
                image.getRaster().setSample(x, y, 0, grey);
            }
        }
        ImageIO.write(image, "png", file.toFile());
    }
}
