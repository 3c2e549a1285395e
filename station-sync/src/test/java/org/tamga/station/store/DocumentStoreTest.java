package org.tamga.station.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentStoreTest {
    private static final String OWNER = "test-election|0101-A";

    @TempDir Path folder;

    @Test
    void a_document_put_is_there_after_reopening_and_the_later_one_counts() {
        var file = folder.resolve("documents.db");
        try (var key = StoreKey.of(new byte[StoreKey.LENGTH])) {
            try (var store = DocumentStore.create(file, key, OWNER)) {
                store.put("count/1", bytes("first"));
                store.put("count/1", bytes("second"));
                store.put("protocol/v1/pdf/0", bytes("pdf"));
            }
            try (var store = DocumentStore.open(file, key, OWNER)) {
                assertArrayEquals(bytes("second"), store.get("count/1").orElseThrow());
                assertEquals(List.of("protocol/v1/pdf/0"), store.names("protocol/"));
                assertTrue(store.get("count/2").isEmpty());
            }
        }
    }

    @Test
    void the_file_shows_nothing_of_a_document() throws Exception {
        var file = folder.resolve("documents.db");
        try (var key = StoreKey.of(new byte[StoreKey.LENGTH])) {
            try (var store = DocumentStore.create(file, key, OWNER)) {
                store.put("count/1", bytes("readable words of a document"));
            }
        }
        assertFalse(
                new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                        .contains("readable"));
    }

    @Test
    void names_that_could_be_mistaken_are_refused() {
        var file = folder.resolve("documents.db");
        try (var key = StoreKey.of(new byte[StoreKey.LENGTH]);
                var store = DocumentStore.create(file, key, OWNER)) {
            assertThrows(IllegalArgumentException.class, () -> store.put("", bytes("x")));
            assertThrows(IllegalArgumentException.class, () -> store.put("Äpfel", bytes("x")));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
