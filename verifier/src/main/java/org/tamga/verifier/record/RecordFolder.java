package org.tamga.verifier.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The folder of a public record. File names are paths in it, with slashes. */
public final class RecordFolder {
    private final Path root;
    private final SortedSet<String> names;
    private final Findings findings;

    private RecordFolder(Path root, SortedSet<String> names, Findings findings) {
        this.root = root;
        this.names = names;
        this.findings = findings;
    }

    /** Lists a folder; whatever is not a directory is a file of the record, symbolic links too. */
    public static RecordFolder open(Path root, Findings findings) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            SortedSet<String> names = new TreeSet<>();
            all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .forEach(path -> names.add(name(root, path)));
            return new RecordFolder(root, names, findings);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String name(Path root, Path path) {
        List<String> parts = new ArrayList<>();
        root.relativize(path).forEach(part -> parts.add(part.toString()));
        return String.join("/", parts);
    }

    public Findings findings() {
        return findings;
    }

    /** All files. */
    public SortedSet<String> names() {
        return new TreeSet<>(names);
    }

    /** The files whose name satisfies a condition. */
    public List<String> names(Predicate<String> condition) {
        return names.stream().filter(condition).toList();
    }

    public boolean has(String name) {
        return names.contains(name);
    }

    /** A file's bytes; a missing file is a failure. */
    public Optional<byte[]> bytes(String name) {
        if (!findings.require(has(name), Code.MISSING, name, "the file is missing")) {
            return Optional.empty();
        }
        Path file = root.resolve(name);
        if (!findings.require(
                Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS),
                Code.MALFORMED,
                name,
                "not a regular file")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file read as a record; a missing or malformed file is a failure. */
    public <T> Optional<T> read(String name, Class<T> type) {
        return bytes(name).flatMap(bytes -> parse(name, bytes, type));
    }

    /** Bytes of a file read as a record; malformed ones are a failure. */
    public <T> Optional<T> parse(String name, byte[] bytes, Class<T> type) {
        try {
            return Optional.of(Json.read(bytes, type));
        } catch (MalformedException e) {
            findings.fail(Code.MALFORMED, name, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** A file read as a tree; a missing or malformed file is a failure. */
    public Optional<JsonNode> tree(String name) {
        return read(name, JsonNode.class);
    }

    /** Lines without their line feeds; the last must have one too. */
    public Optional<List<byte[]>> lines(String name) {
        return bytes(name).flatMap(bytes -> split(name, bytes));
    }

    private Optional<List<byte[]>> split(String name, byte[] bytes) {
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                lines.add(Arrays.copyOfRange(bytes, start, i));
                start = i + 1;
            }
        }
        if (start != bytes.length) {
            findings.fail(Code.MALFORMED, name, "the last line has no line feed");
            return Optional.empty();
        }
        return Optional.of(lines);
    }
}
