package org.tamga.kiosk.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@DisplayName("An error of the demonstration")
class DemoFailureTest {
    @TempDir Path folder;

    @Test
    @DisplayName("ends with its code")
    void code() {
        assertEquals("no centre [DM-10]", new DemoFailure("DM-10", "no centre").getMessage());
    }

    @Test
    @DisplayName("about the fingers is one line and exit status 2, and leaves nothing behind")
    void fingers() throws IOException {
        var fingers = Files.createDirectory(folder.resolve("fingers"));
        assertTold("DM-02", fingers);
        Files.write(fingers.resolve("thumb.png"), new byte[1]);
        assertTold("DM-02", fingers);
        for (var name : new String[] {"1_1.png", "1_2.png", "2_1.png", "2_2.png"}) {
            Files.write(fingers.resolve(name), new byte[1]);
        }
        assertTold("DM-08", fingers, "--voters", "4");
    }

    private void assertTold(String code, Path fingers, String... more) {
        var out = folder.resolve("record");
        var said = new StringWriter();
        var command = new CommandLine(new DemoCommand()).setErr(new PrintWriter(said, true));
        var arguments = new ArrayList<String>();
        arguments.addAll(List.of("--unattended", "--out", out.toString()));
        arguments.addAll(List.of("--fingers", fingers.toString()));
        arguments.addAll(List.of(more));
        assertEquals(2, command.execute(arguments.toArray(String[]::new)), said.toString());
        assertEquals(1, said.toString().lines().count(), said.toString());
        assertTrue(said.toString().strip().endsWith("[" + code + "]"), said.toString());
        assertTrue(Files.notExists(out));
    }
}
