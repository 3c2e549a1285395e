package org.tamga.kiosk.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.kiosk.demo.CheckInTable.Interrupted;

@DisplayName("A check-in that the power cut fell into")
class InterruptedCheckInTest {
    private static final Population.Voter VOTER =
            SyntheticFingers.population(1, 4, 1).voters().getFirst();

    @TempDir Path folder;
    private final Recognition recognition = new Recognition();

    @Test
    @DisplayName("was recorded when the terminal knows the voter again, under the right number")
    void recorded() throws IOException {
        assertEquals(Interrupted.RECORDED, presentedAgain("REFUSED", "CI-01", number()));
        assertEquals(Map.of("ONLINE", 1), recognition.figures().identifiedByChannel());
        assertEquals(1, recognition.figures().presentations());
    }

    @Test
    @DisplayName("under another number is somebody taken for somebody else, and nobody votes")
    void somebodyElse() throws IOException {
        assertEquals(Interrupted.REFUSED, presentedAgain("REFUSED", "CI-01", "20101198000011"));
        assertEquals(0, recognition.figures().identified());
        assertEquals(1, recognition.figures().wronglyIdentified());
    }

    @Test
    @DisplayName("was not recorded when the terminal admits the voter now")
    void notRecorded() throws IOException {
        assertEquals(Interrupted.ADMITTED, presentedAgain("ADMITTED", "", number()));
        assertEquals(1, recognition.figures().identified());
    }

    @Test
    @DisplayName("of a voter whom nothing recognises again is nobody's")
    void unknown() throws IOException {
        assertEquals(Interrupted.REFUSED, presentedAgain("REFUSED", "CI-04", ""));
        assertEquals(0, recognition.figures().identified());
        assertEquals(1, recognition.figures().turnedAway());
    }

    @Test
    @DisplayName("is counted exactly when the terminal knows the voter again")
    void counter() {
        assertTrue(UnattendedDay.contradiction(1, Interrupted.RECORDED).isEmpty());
        assertTrue(UnattendedDay.contradiction(0, Interrupted.ADMITTED).isEmpty());
        for (var found : List.of(Interrupted.ADMITTED, Interrupted.REFUSED)) {
            assertTrue(UnattendedDay.contradiction(1, found).isPresent(), found.name());
        }
        assertTrue(UnattendedDay.contradiction(0, Interrupted.RECORDED).isPresent());
    }

    private static String number() {
        return VOTER.papers().personalNumber();
    }

    /** A terminal that answers every check-in so. */
    private Interrupted presentedAgain(String outcome, String reason, String number)
            throws IOException {
        var answer =
                "{\"outcome\":\"%s\",\"reason\":\"%s\",\"number\":\"%s\",\"slip\":1}"
                        .formatted(outcome, reason, number);
        var script =
                """
                #!/bin/sh
                while read -r line; do
                  case "$line" in *check-in*) echo '%s';; *) echo '{}';; esac
                done
                """
                        .formatted(answer);
        var launcher = Files.writeString(folder.resolve("tamga"), script);
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var terminal =
                ControlledProcess.start("0101-A", launcher, folder.resolve("log"), List.of())) {
            var table = new CheckInTable(terminal, folder, 1, recognition, new TreeMap<>());
            return table.playAgain(new Visit(Visit.Kind.VOTER, VOTER, 0), "ONLINE");
        }
    }
}
