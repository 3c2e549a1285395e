package org.tamga.matcher.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One image of a set named as the Fingerprint Verification Competitions name theirs: {@code
 * <finger>_<impression>.<tif|tiff|png|bmp|jpg|jpeg|wsq>}.
 */
public record ImpressionFile(String finger, int impression, Path path) {
    private static final String BARE = "([\\p{Alnum}-]+)_(\\d{1,4})";
    private static final Pattern IMAGE =
            Pattern.compile(BARE + "\\.(?:tiff?|png|bmp|jpe?g|wsq)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ANY = Pattern.compile(BARE + "(?:\\.\\p{Alnum}{1,8})?");

    private static Optional<ImpressionFile> of(Path path, Pattern form) {
        Matcher name = form.matcher(String.valueOf(path.getFileName()));
        return name.matches()
                ? Optional.of(
                        new ImpressionFile(name.group(1), Integer.parseInt(name.group(2)), path))
                : Optional.empty();
    }

    /** All images of a folder, by finger and impression; other files are passed over. */
    public static List<ImpressionFile> in(Path folder) throws IOException {
        return in(folder, IMAGE);
    }

    /** As {@link #in}, with any ending or none: raw buffers have no customary one. */
    public static List<ImpressionFile> ofAnyEnding(Path folder) throws IOException {
        return in(folder, ANY);
    }

    private static List<ImpressionFile> in(Path folder, Pattern form) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> of(file, form))
                    .flatMap(Optional::stream)
                    .sorted(
                            Comparator.comparing(ImpressionFile::finger)
                                    .thenComparing(ImpressionFile::impression))
                    .toList();
        }
    }
}
