package org.tamga.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The documentation names")
class PlainPagesTest {
    private static final Pattern ABSOLUTE =
            Pattern.compile("(?m)(?:^|[\\s\"'=])/([a-z][a-z0-9.-]*)");

    /** Places that mean the same on every machine, and addresses below the centre's. */
    private static final Set<String> EVERYWHERE =
            Set.of(
                    "dev",
                    "etc",
                    "usr",
                    "media",
                    "run",
                    "sys",
                    "v1",
                    "turnout.json",
                    "results.json");

    private static final Pattern HOST = Pattern.compile("https?://([^/\\s)\"`:?]+)");
    private static final Set<String> NOBODYS =
            Set.of("127.0.0.1", "localhost", "centre.example", "192.168.1.64");

    @Test
    @DisplayName("no folder of the machine that it was written on")
    void no_folder_of_a_machine() {
        var found = new ArrayList<String>();
        for (var page : Pages.all()) {
            ABSOLUTE.matcher(page.asCode())
                    .results()
                    .filter(path -> !EVERYWHERE.contains(path.group(1)))
                    .forEach(path -> found.add(page.file() + ": " + path.group().strip()));
        }
        assertEquals(List.of(), found);
    }

    @Test
    @DisplayName("no host but examples")
    void no_host() {
        var found = new ArrayList<String>();
        for (var page : Pages.all()) {
            HOST.matcher(page.text())
                    .results()
                    .filter(host -> !NOBODYS.contains(host.group(1)))
                    .forEach(host -> found.add(page.file() + ": " + host.group()));
        }
        assertEquals(List.of(), found);
    }
}
