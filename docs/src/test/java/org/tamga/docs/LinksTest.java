package org.tamga.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Links of the documentation")
class LinksTest {
    private static final Pattern LINK = Pattern.compile("\\[[^\\]\\n]*]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *$");

    @Test
    @DisplayName("lead to files and headings that exist")
    void lead_somewhere() {
        var broken = new ArrayList<String>();
        for (var page : Pages.all()) {
            for (var target : targets(page)) {
                if (!exists(page, target)) {
                    broken.add(page.file() + " → " + target);
                }
            }
        }
        assertEquals(List.of(), broken);
    }

    @Test
    @DisplayName("reach every page from the README")
    void reach_every_page() {
        var reached = new HashSet<Path>();
        var open = new ArrayList<Path>(List.of(Path.of("README.md")));
        var pages = Pages.all();
        while (!open.isEmpty()) {
            var file = open.removeLast();
            if (reached.add(file)) {
                pages.stream()
                        .filter(page -> page.file().equals(file))
                        .flatMap(page -> targets(page).stream().map(target -> file(page, target)))
                        .forEach(open::add);
            }
        }
        var unreached =
                pages.stream()
                        .map(Pages.Page::file)
                        .filter(file -> !reached.contains(file))
                        .toList();
        assertEquals(List.of(), unreached);
    }

    private static List<String> targets(Pages.Page page) {
        return LINK.matcher(page.withoutBlocks())
                .results()
                .map(link -> link.group(1))
                .filter(target -> !target.contains("://"))
                .toList();
    }

    private static Path file(Pages.Page page, String target) {
        var name = target.replaceFirst("#.*", "");
        return name.isEmpty() ? page.file() : page.file().resolveSibling(name).normalize();
    }

    private static boolean exists(Pages.Page page, String target) {
        var file = Pages.root().resolve(file(page, target));
        if (!Files.exists(file)) {
            return false;
        }
        var anchor = target.indexOf('#');
        return anchor < 0 || anchors(Pages.read(file)).contains(target.substring(anchor + 1));
    }

    // As repositories' web pages make them: lower case, punctuation gone, spaces to hyphens.
    private static Set<String> anchors(String text) {
        var anchors = new HashSet<String>();
        HEADING.matcher(text)
                .results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .forEach(anchors::add);
        return anchors;
    }
}
