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
    private static final Pattern NAME =
            Pattern.compile(
                    "([\\p{Alnum}-]+)_(\\d{1,4})\\.(?:tiff?|png|bmp|jpe?g|wsq)",
                    Pattern.CASE_INSENSITIVE);

    /** Empty when the name is not of that form. */
    public static Optional<ImpressionFile> of(Path path) {
        Matcher name = NAME.matcher(String.valueOf(path.getFileName()));
        return name.matches()
                ? Optional.of(
                        new ImpressionFile(name.group(1), Integer.parseInt(name.group(2)), path))
                : Optional.empty();
    }

    /** All images of a folder, by finger and impression; other files are passed over. */
    public static List<ImpressionFile> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(ImpressionFile::of)
                    .flatMap(Optional::stream)
                    .sorted(
                            Comparator.comparing(ImpressionFile::finger)
                                    .thenComparing(ImpressionFile::impression))
                    .toList();
        }
    }
}
