package org.tamga.election.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EventCatalogueTest {
    @Test
    void the_page_of_events_is_the_one_generated_from_the_catalogue() throws IOException {
        assertEquals(
                Files.readString(Path.of("target/generated-docs/events.md")),
                Files.readString(Path.of("../docs/events.md")),
                "stale: cp election/target/generated-docs/events.md docs/events.md");
    }
}
