package org.tamga.kiosk.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderFingersTest {
    @TempDir Path folder;

    @Test
    void impression_one_is_enrolled_and_the_others_are_presented_in_order() throws IOException {
        write(
                "a/101_2.tif",
                "a/101_1.tif",
                "a/101_10.TIF",
                "a/102_1.png",
                "a/102_2.png",
                "a/103_1.bmp",
                "a/103_2.bmp");

        var population = FolderFingers.population(folder, 1, 5, 0);

        assertEquals(2, population.voters().size());
        assertEquals(1, population.strangers().size());
        var finger = population.voters().getFirst().fingers().getFirst();
        assertArrayEquals(bytes("a/101_1.tif"), finger.enrolled().bytes());
        var presented = finger.presented(9);
        assertEquals(2, presented.size());
        assertArrayEquals(bytes("a/101_2.tif"), presented.getFirst().bytes());
        assertArrayEquals(bytes("a/101_10.TIF"), presented.getLast().bytes());
        assertEquals(".tif", presented.getLast().extension());
    }

    @Test
    void fingers_of_the_same_name_in_two_folders_are_two_people() throws IOException {
        write(
                "a/101_1.png",
                "a/101_2.png",
                "b/101_1.png",
                "b/101_2.png",
                "b/102_1.png",
                "b/102_2.png");

        assertEquals(2, FolderFingers.population(folder, 1, 5, 0).voters().size());
    }

    @Test
    void fingers_without_an_enrolled_impression_and_other_files_are_left_out() throws IOException {
        write("101_2.png", "101_3.png", "readme.txt", "102_1.png");

        refused("DM-02", folder, 0);
    }

    @Test
    void a_folder_that_cannot_be_read_is_told_before_anything_begins() {
        refused("DM-01", folder.resolve("gone"), 0);
    }

    @Test
    void fewer_fingers_than_voters_wanted_are_refused_and_not_cut() throws IOException {
        for (var finger = 1; finger <= 6; finger++) {
            write(finger + "_1.png", finger + "_2.png");
        }

        assertEquals(5, FolderFingers.population(folder, 1, 5, 5).voters().size());
        assertEquals(4, FolderFingers.population(folder, 1, 5, 4).voters().size());
        refused("DM-08", folder, 6);
    }

    private static void refused(String code, Path fingers, int voters) {
        var failure =
                assertThrows(
                        DemoFailure.class, () -> FolderFingers.population(fingers, 1, 5, voters));
        assertTrue(
                String.valueOf(failure.getMessage()).endsWith("[" + code + "]"),
                failure.getMessage());
        assertEquals(2, failure.status());
    }

    private void write(String... names) throws IOException {
        for (var name : names) {
            var file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes(name));
        }
    }

    private static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }
}
