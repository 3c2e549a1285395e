package org.tamga.matcher.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.tamga.matcher.Extraction;
import org.tamga.matcher.FingerQuality;
import org.tamga.matcher.GrayImage;
import org.tamga.matcher.ImageFault;
import org.tamga.matcher.ImageFiles;
import org.tamga.matcher.ImageReading;
import org.tamga.matcher.QualityReason;
import org.tamga.matcher.RawLayout;
import org.tamga.matcher.evaluation.FingerSet;
import org.tamga.matcher.evaluation.ImpressionFile;
import picocli.CommandLine.Option;

/** The options and failures that all commands reading images share. */
final class FingerFiles {
    @Option(
            names = "--dpi",
            paramLabel = "N",
            defaultValue = "500",
            description =
                    "resolution of the images in pixels per inch (default ${DEFAULT-VALUE}); where folders"
                            + " differ, name one as FOLDER@N")
    private double dpi = 500;

    @Option(
            names = "--raw",
            paramLabel = "WIDTHxHEIGHT",
            description = "files are raw buffers of this many pixels, without a header")
    private String raw = "";

    @Option(
            names = "--bits",
            paramLabel = "N",
            defaultValue = "8",
            description = "bits a pixel of raw buffers, 8 or 4 (default ${DEFAULT-VALUE})")
    private int bits = 8;

    @Option(
            names = "--light-ridges",
            description = "ridges are the light lines of the images, not the dark ones")
    private boolean lightRidges;

    /** For comparing: refused when it is a negative and nobody said so. */
    GrayImage image(Path file) {
        GrayImage image = anyImage(file);
        if (FingerQuality.of(image).reasons().contains(QualityReason.INVERTED)) {
            image.close();
            throw new CommandFailure(file + ": " + advice(), ImageFault.INVERTED.code());
        }
        return image;
    }

    private String advice() {
        return lightRidges
                ? "with --light-ridges its ridges come out light; they look dark in the file, so"
                        + " leave the option out"
                : "ridges look light; if they are, say --light-ridges";
    }

    /** Whether the files are raw buffers. */
    boolean areRaw() {
        return !raw.isEmpty();
    }

    /** As it is. */
    GrayImage anyImage(Path file) {
        return switch (reading(file)) {
            case ImageReading.Read(GrayImage image) -> image;
            case ImageReading.Unreadable unreadable ->
                    throw new CommandFailure(file + ": " + unreadable.detail(), unreadable.code());
        };
    }

    ImageReading reading(Path file) {
        return reading(dpi).apply(file);
    }

    /**
     * How files of one resolution are read as these options say.
     *
     * @throws CommandFailure MC-01 where they say nothing possible
     */
    private Function<Path, ImageReading> reading(double dpi) {
        if (!(dpi >= GrayImage.MIN_DPI && dpi <= GrayImage.MAX_DPI)) {
            throw new CommandFailure("dpi must be 100 to 2000, not " + dpi, "MC-01");
        }
        if (!raw.isEmpty()) {
            RawLayout layout = RawOption.layout(raw, bits, dpi, lightRidges);
            return file -> ImageFiles.read(file, layout);
        }
        return lightRidges
                ? file -> turned(ImageFiles.read(file, dpi))
                : file -> ImageFiles.read(file, dpi);
    }

    private static ImageReading turned(ImageReading reading) {
        if (reading instanceof ImageReading.Read(GrayImage image)) {
            image.invert();
        }
        return reading;
    }

    /** All images named as a set's in the folders; at least two of them readable. */
    FingerSet set(List<Path> folders, Progress progress) {
        return set(folders, Extraction.STANDARD, progress);
    }

    FingerSet set(List<Path> folders, Extraction extraction, Progress progress) {
        FingerSet set = enrolled(folders, extraction, progress);
        if (set.samples().size() < 2) {
            throw new CommandFailure("fewer than two readable images in " + folders, "MC-03");
        }
        return set;
    }

    /** As {@link #set(List, Progress)}, of which one image is enough. */
    FingerSet enrolled(List<Path> folders, Progress progress) {
        FingerSet set = enrolled(folders, Extraction.STANDARD, progress);
        if (set.samples().isEmpty()) {
            throw new CommandFailure("no readable image in " + folders, "MC-03");
        }
        return set;
    }

    private FingerSet enrolled(List<Path> folders, Extraction extraction, Progress progress) {
        Map<Path, Function<Path, ImageReading>> readings = new LinkedHashMap<>();
        List<ImpressionFile> files = new ArrayList<>();
        for (Path named : folders) {
            FolderOfImages folder = FolderOfImages.of(named, dpi);
            Function<Path, ImageReading> reading = reading(folder.dpi());
            for (ImpressionFile file : files(folder.path())) {
                files.add(file);
                readings.put(file.path(), reading);
            }
        }
        progress.start("extract", files.size());
        return FingerSet.read(
                files,
                file -> Objects.requireNonNull(readings.get(file)).apply(file),
                extraction,
                progress::step);
    }

    private List<ImpressionFile> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new CommandFailure("no such folder: " + folder, "MC-02");
        }
        try {
            List<ImpressionFile> files =
                    raw.isEmpty() ? ImpressionFile.in(folder) : ImpressionFile.ofAnyEnding(folder);
            if (files.isEmpty()) {
                throw new CommandFailure(
                        "no images named <finger>_<impression>%s in %s"
                                .formatted(raw.isEmpty() ? ".<tif|png|bmp|jpg|wsq>" : "", folder),
                        "MC-03");
            }
            return files;
        } catch (IOException e) {
            throw new CommandFailure("cannot read folder " + folder, "MC-02");
        }
    }
}
