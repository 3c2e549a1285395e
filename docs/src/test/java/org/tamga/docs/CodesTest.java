package org.tamga.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Stable codes")
class CodesTest {
    private static final Path MAIN = Path.of("src", "main");
    private static final Path ENGLISH =
            Path.of("kiosk-app", "src", "main", "resources", "org", "tamga", "kiosk", "i18n")
                    .resolve("messages_en.properties");

    @Test
    @DisplayName("of the programs are all explained in a manual or with their format")
    void of_the_programs_are_explained() {
        var unexplained = new TreeSet<>(inPrograms());
        unexplained.removeAll(inManuals());
        assertEquals(Set.of(), unexplained);
    }

    @Test
    @DisplayName("of the manuals all exist")
    void of_the_manuals_exist() {
        var unknown = new TreeSet<>(inManuals());
        unknown.removeAll(inPrograms());
        assertEquals(Set.of(), unknown);
    }

    private static Set<String> inPrograms() {
        var root = Pages.root();
        var codes = new TreeSet<String>();
        for (var source : Pages.files(root, ".java")) {
            if (root.relativize(source).toString().contains(MAIN.toString())) {
                codes.addAll(Pages.codesIn(Pages.read(source)));
            }
        }
        codes.addAll(Pages.codesIn(Pages.read(root.resolve("tamga"))));
        codes.addAll(Pages.codesIn(Pages.read(root.resolve(ENGLISH))));
        return codes;
    }

    private static Set<String> inManuals() {
        var codes = new TreeSet<String>();
        for (var page : Pages.all()) {
            var name = String.valueOf(page.file().getFileName());
            if (name.startsWith("manual-") || page.file().toString().contains("formats")) {
                codes.addAll(page.codes());
            }
        }
        return codes;
    }
}
