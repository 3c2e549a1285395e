package org.tamga.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The project's pages and the pieces of them that can be wrong. */
final class Pages {
    private static final Set<String> NO_PAGES = Set.of("target", ".git", ".demo");
    private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```[^\\n]*$");
    private static final Pattern INLINE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern CODE =
            Pattern.compile("(?<![A-Za-z0-9-])([A-Z]{2}-[0-9]{2})(?![0-9A-Za-z-])");

    private Pages() {}

    /**
     * @param file below the project's root
     */
    record Page(Path file, String text) {
        /** Lines of commands: indented or fenced, as a reader would copy them. */
        List<String> commandLines() {
            return text.lines()
                    .filter(line -> line.startsWith("    ./tamga") || line.startsWith("./tamga"))
                    .map(String::strip)
                    .toList();
        }

        /** Commands that are named in running text. */
        List<String> namedCommands() {
            return INLINE.matcher(withoutBlocks())
                    .results()
                    .map(found -> found.group(1))
                    .filter(code -> code.startsWith("./tamga"))
                    .toList();
        }

        /** The text without fenced and indented blocks. */
        String withoutBlocks() {
            return FENCED.matcher(text)
                    .replaceAll("")
                    .lines()
                    .filter(line -> !line.startsWith("    "))
                    .collect(Collectors.joining("\n"));
        }

        /** Everything that is set as code, blocks and inline. */
        String asCode() {
            var code = new StringBuilder();
            FENCED.matcher(text)
                    .results()
                    .forEach(block -> code.append(block.group()).append('\n'));
            text.lines()
                    .filter(line -> line.startsWith("    "))
                    .forEach(line -> code.append(line).append('\n'));
            INLINE.matcher(withoutBlocks())
                    .results()
                    .forEach(span -> code.append(span.group(1)).append('\n'));
            return code.toString();
        }

        Set<String> codes() {
            return codesIn(text);
        }
    }

    /** The folder with the launcher. */
    static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("tamga"))) {
            var parent = folder.getParent();
            if (parent == null) {
                throw new IllegalStateException(
                        "no launcher above " + Path.of("").toAbsolutePath());
            }
            folder = parent;
        }
        return folder;
    }

    static List<Page> all() {
        var pages = new ArrayList<Page>();
        for (var file : files(root(), ".md")) {
            pages.add(new Page(root().relativize(file), read(file)));
        }
        return pages;
    }

    /** Stable codes such as {@code CI-01}. */
    static Set<String> codesIn(String text) {
        var codes = new TreeSet<String>();
        CODE.matcher(text).results().forEach(found -> codes.add(found.group(1)));
        return codes;
    }

    static List<Path> files(Path folder, String end) {
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(
                    folder,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(
                                Path dir, BasicFileAttributes attributes) {
                            return NO_PAGES.contains(String.valueOf(dir.getFileName()))
                                    ? FileVisitResult.SKIP_SUBTREE
                                    : FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFile(
                                Path file, BasicFileAttributes attributes) {
                            if (String.valueOf(file.getFileName()).endsWith(end)) {
                                found.add(file);
                            }
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.sort(null);
        return found;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
