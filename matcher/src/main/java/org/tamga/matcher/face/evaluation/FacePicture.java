package org.tamga.matcher.face.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** A picture of a person; in which person's folder it lies, or how its name begins, says whose. */
public record FacePicture(String person, Path file) {
    private static final Set<String> ENDINGS =
            Set.of("jpg", "jpeg", "png", "bmp", "tif", "tiff", "pgm", "ppm");

    /**
     * All pictures of a folder: one folder a person, or files {@code <person>_<picture>.<ext>}; in
     * the order of their names.
     */
    public static List<FacePicture> in(Path folder) throws IOException {
        List<FacePicture> pictures = new ArrayList<>();
        for (Path entry : entries(folder)) {
            if (Files.isDirectory(entry)) {
                for (Path file : entries(entry)) {
                    if (isPicture(file)) {
                        pictures.add(new FacePicture(name(entry), file));
                    }
                }
            } else if (isPicture(entry)) {
                pictures.add(new FacePicture(name(entry).split("[_.]", 2)[0], entry));
            }
        }
        return pictures;
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    private static boolean isPicture(Path file) {
        String name = name(file).toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file)
                && ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
