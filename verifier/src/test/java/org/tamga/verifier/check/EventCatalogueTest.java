package org.tamga.verifier.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The verifier's table of events")
class EventCatalogueTest {
    private static final Pattern DATUM = Pattern.compile("`(\\w+)`(\\??) (\\w+):");

    @Test
    @DisplayName("is that of docs/events.md")
    void sameAsPublished() throws IOException {
        List<String> published =
                Files.readAllLines(Path.of("../docs/events.md")).stream()
                        .filter(line -> line.startsWith("| E"))
                        .map(EventCatalogueTest::entry)
                        .toList();
        try (var table = EventCatalogue.class.getResourceAsStream("events.txt")) {
            List<String> ours =
                    new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#"))
                            .toList();
            assertEquals(published, ours);
        }
    }

    private static String entry(String row) {
        String[] cells = row.split(" *\\| *", -1);
        StringBuilder entry =
                new StringBuilder(cells[1])
                        .append(' ')
                        .append(cells[2].replace("`", ""))
                        .append(' ')
                        .append(cells[4].replace(", ", ","));
        DATUM.matcher(cells[5])
                .results()
                .forEach(d -> entry.append(" " + d.group(1) + d.group(2) + ":" + d.group(3)));
        return entry.toString();
    }
}
