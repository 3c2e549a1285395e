package org.tamga.matcher.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tamga.matcher.Extraction;
import org.tamga.matcher.FingerQuality;
import org.tamga.matcher.GrayImage;
import org.tamga.matcher.ImageFault;
import org.tamga.matcher.ImageFiles;
import org.tamga.matcher.ImageReading;
import org.tamga.matcher.QualityReason;
import org.tamga.matcher.evaluation.FingerSet;
import org.tamga.matcher.evaluation.ImpressionFile;
import picocli.CommandLine.Option;

/** The options and failures that all commands reading images share. */
final class FingerFiles {
    @Option(
            names = "--dpi",
            paramLabel = "N",
            defaultValue = "500",
            description = "resolution of the images in pixels per inch (default ${DEFAULT-VALUE})")
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
            throw new CommandFailure(
                    file + ": ridges look light; if they are, say --light-ridges",
                    ImageFault.INVERTED.code());
        }
        return image;
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
        checkDpi();
        if (!raw.isEmpty()) {
            return ImageFiles.read(file, RawOption.layout(raw, bits, dpi, lightRidges));
        }
        ImageReading reading = ImageFiles.read(file, dpi);
        if (lightRidges && reading instanceof ImageReading.Read(GrayImage image)) {
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
        checkDpi();
        List<ImpressionFile> files = new ArrayList<>();
        for (Path folder : folders) {
            files.addAll(files(folder));
        }
        progress.start("extract", files.size());
        return FingerSet.read(files, dpi, extraction, progress::step);
    }

    static List<ImpressionFile> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new CommandFailure("no such folder: " + folder, "MC-02");
        }
        try {
            List<ImpressionFile> files = ImpressionFile.in(folder);
            if (files.isEmpty()) {
                throw new CommandFailure(
                        "no images named <finger>_<impression>.<tif|png|bmp|jpg|wsq> in " + folder,
                        "MC-03");
            }
            return files;
        } catch (IOException e) {
            throw new CommandFailure("cannot read folder " + folder, "MC-02");
        }
    }

    private void checkDpi() {
        if (!(dpi >= GrayImage.MIN_DPI && dpi <= GrayImage.MAX_DPI)) {
            throw new CommandFailure("--dpi must be 100 to 2000, not " + dpi, "MC-01");
        }
    }
}
