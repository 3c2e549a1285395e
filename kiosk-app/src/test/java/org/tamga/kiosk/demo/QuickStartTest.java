package org.tamga.kiosk.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The caches that programs start quickly with")
class QuickStartTest {
    private static final Instant BUILT = Instant.parse("2026-11-22T06:00:00Z");

    @TempDir Path folder;

    @BeforeEach
    void build() throws IOException {
        for (var module : new String[] {"kiosk-app", "central"}) {
            var lib = Files.createDirectories(folder.resolve(module).resolve("target/lib"));
            var jar = Files.writeString(lib.resolve("program.jar"), "");
            Files.setLastModifiedTime(jar, FileTime.from(BUILT));
        }
    }

    @Test
    @DisplayName("are recorded by one run of each program")
    void recorded() throws IOException, InterruptedException {
        var quick = quickStart("printf cache > \"$TAMGA_RECORD_CACHE\"");
        assertFalse(quick.isReady());
        assertTrue(quick.record());
        assertTrue(quick.isReady());
    }

    @Test
    @DisplayName("are recorded again after a build")
    void outOfDate() throws IOException, InterruptedException {
        var quick = quickStart("printf cache > \"$TAMGA_RECORD_CACHE\"");
        quick.record();
        var jar = folder.resolve("central/target/lib/program.jar");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(1)));
        assertFalse(quick.isReady());
    }

    @Test
    @DisplayName("may be missing: a program that leaves none is no failure")
    void missing() throws IOException, InterruptedException {
        var quick = quickStart("exit 3");
        assertFalse(quick.record());
        assertFalse(quick.isReady());
    }

    @Test
    @DisplayName("leave nothing behind when an earlier recording was killed")
    void killed() throws IOException, InterruptedException {
        var target = folder.resolve("kiosk-app/target");
        Files.writeString(target.resolve("classes.aot.part"), "half");
        Files.writeString(target.resolve("classes.aot.part.config"), "notes");
        assertFalse(quickStart("exit 3").record());
        try (var left = Files.list(target)) {
            assertEquals(List.of(target.resolve("lib")), left.toList());
        }
    }

    private QuickStart quickStart(String program) throws IOException {
        var launcher = Files.writeString(folder.resolve("tamga"), "#!/bin/sh\n" + program + "\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new QuickStart(new DemoHome(folder.resolve("home"), launcher));
    }
}
