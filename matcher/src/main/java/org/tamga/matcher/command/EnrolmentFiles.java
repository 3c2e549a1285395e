package org.tamga.matcher.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tamga.matcher.FingerImpression;
import org.tamga.matcher.FingerPosition;
import org.tamga.matcher.FingerQuality;
import org.tamga.matcher.FingerTemplate;
import org.tamga.matcher.GrayImage;
import org.tamga.matcher.ImageFault;
import org.tamga.matcher.ImageReading;
import org.tamga.matcher.QualityReason;
import org.tamga.matcher.dedup.DedupFault;
import org.tamga.matcher.dedup.DedupReport.NotCompared;
import org.tamga.matcher.dedup.Enrolment;
import org.tamga.matcher.exchange.TemplateExchange;
import org.tamga.matcher.exchange.TemplateImport;

/**
 * Subjects from files that carry their names: template files {@code <subject>.<any>} or {@code
 * <subject>_<number>.<any>}, images {@code <subject>_<impression>.<ext>}, {@code
 * <subject>_<finger>_<impression>.<ext>} or, as in a folder of people, {@code
 * <person>-<finger>-<impression>.<ext>}, with the finger's position 1–10.
 */
final class EnrolmentFiles {
    private static final Set<String> IMAGES =
            Set.of("png", "tif", "tiff", "bmp", "jpg", "jpeg", "wsq");
    private static final String RAW = "raw";
    private static final Pattern TEMPLATES =
            Pattern.compile("(?<subject>[\\p{Alnum}-]+)(?:_\\d{1,4})?\\.\\p{Alnum}{1,8}");
    private static final List<Pattern> IMAGE =
            List.of(
                    Pattern.compile("(?<subject>[\\p{Alnum}-]+)(?<finger>)_\\d{1,4}\\.\\w+"),
                    Pattern.compile(
                            "(?<subject>[\\p{Alnum}-]+)_(?<finger>10|0?[1-9])_\\d{1,4}\\.\\w+"),
                    Pattern.compile(
                            "(?<subject>\\p{Alnum}+)-(?<finger>10|0?[1-9])-\\d{1,4}\\.\\w+"));

    private final FingerFiles images;
    private final Map<String, List<FingerImpression>> subjects = new TreeMap<>();
    private final Map<String, Path> folders = new HashMap<>();
    private final List<NotCompared> notCompared = new ArrayList<>();

    /** What a file's name says. */
    private record Named(Path path, String subject, FingerPosition position, boolean image) {}

    private record Content(
            Named file, List<FingerImpression> impressions, @Nullable String fault) {}

    EnrolmentFiles(FingerFiles images) {
        this.images = images;
    }

    /**
     * Files, and folders of files without their subfolders; each once, however often it is named.
     *
     * @throws CommandFailure when files of two folders name the same subject: numbers are given in
     *     each folder anew
     */
    List<Enrolment> read(List<Path> paths, Progress progress) {
        List<Path> files =
                paths.stream()
                        .flatMap(EnrolmentFiles::filesOf)
                        .map(EnrolmentFiles::real)
                        .distinct()
                        .sorted()
                        .toList();
        List<Named> named = new ArrayList<>();
        for (Path file : files) {
            @Nullable Named found = named(file);
            if (found == null) {
                notCompared.add(new NotCompared(name(file), DedupFault.NO_SUBJECT_NAMED.code()));
            } else {
                checkFolder(found);
                named.add(found);
            }
        }
        progress.start("read", named.size());
        named.parallelStream()
                .map(
                        file -> {
                            Content content = file.image() ? image(file) : templates(file);
                            progress.step();
                            return content;
                        })
                .toList()
                .forEach(this::take);
        return enrolments();
    }

    private void checkFolder(Named file) {
        Path folder = file.path().resolveSibling("");
        Path known = folders.putIfAbsent(file.subject(), folder);
        if (known != null && !known.equals(folder)) {
            throw DedupOptions.failure(
                    DedupFault.ID_TWICE,
                    "subject " + file.subject() + " is in " + known + " and in " + folder);
        }
    }

    private void take(Content content) {
        String name = name(content.file().path());
        String fault = content.fault();
        if (fault != null) {
            notCompared.add(new NotCompared(name, fault));
            return;
        }
        List<FingerImpression> known =
                subjects.computeIfAbsent(content.file().subject(), id -> new ArrayList<>());
        for (FingerImpression impression : content.impressions()) {
            if (impression.template().minutiae() == 0) {
                leftOut(name, DedupFault.IMPRESSION_WITHOUT_MINUTIAE);
            } else if (known.size() == TemplateExchange.MAX_IMPRESSIONS) {
                leftOut(name, DedupFault.TOO_MANY_IMPRESSIONS);
            } else {
                known.add(impression);
            }
        }
    }

    private void leftOut(String name, DedupFault fault) {
        notCompared.add(new NotCompared(name, fault.code()));
    }

    private List<Enrolment> enrolments() {
        List<Enrolment> enrolments = new ArrayList<>();
        subjects.forEach(
                (subject, impressions) -> {
                    if (impressions.isEmpty()) {
                        notCompared.add(
                                new NotCompared(subject, DedupFault.NOTHING_TO_COMPARE.code()));
                    } else {
                        enrolments.add(new Enrolment(subject, impressions));
                    }
                });
        subjects.clear();
        return enrolments;
    }

    /**
     * Files that name nobody, cannot be read or are negatives, impressions that were left out, each
     * by its file, and subjects of whom nothing is left.
     */
    List<NotCompared> notCompared() {
        return notCompared;
    }

    private static Stream<Path> filesOf(Path path) {
        if (!Files.exists(path)) {
            throw new CommandFailure("no such file or folder: " + path, "MC-02");
        }
        if (!Files.isDirectory(path)) {
            return Stream.of(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(file -> !name(file).startsWith("."))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new CommandFailure("cannot read folder " + path, "MC-02");
        }
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath().normalize();
        }
    }

    private @Nullable Named named(Path file) {
        String name = name(file);
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!isImage(ending)) {
            Matcher templates = TEMPLATES.matcher(name);
            return templates.matches()
                    ? new Named(file, templates.group("subject"), FingerPosition.UNKNOWN, false)
                    : null;
        }
        for (Pattern pattern : IMAGE) {
            Matcher image = pattern.matcher(name);
            if (image.matches()) {
                return new Named(
                        file, image.group("subject"), position(image.group("finger")), true);
            }
        }
        return null;
    }

    private boolean isImage(String ending) {
        return IMAGES.contains(ending) || images.areRaw() && ending.equals(RAW);
    }

    private static FingerPosition position(String finger) {
        return finger.isEmpty()
                ? FingerPosition.UNKNOWN
                : FingerPosition.of(Integer.parseInt(finger)).orElse(FingerPosition.UNKNOWN);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private Content image(Named file) {
        return switch (images.reading(file.path())) {
            case ImageReading.Unreadable unreadable ->
                    new Content(file, List.of(), unreadable.code());
            case ImageReading.Read(GrayImage image) -> {
                try (image) {
                    yield content(file, image);
                }
            }
        };
    }

    private static Content content(Named file, GrayImage image) {
        if (FingerQuality.of(image).reasons().contains(QualityReason.INVERTED)) {
            return new Content(file, List.of(), ImageFault.INVERTED.code());
        }
        FingerTemplate template = FingerTemplate.extract(image);
        return new Content(file, List.of(new FingerImpression(file.position(), template)), null);
    }

    private static Content templates(Named file) {
        return switch (TemplateExchange.read(file.path())) {
            case TemplateImport.Imported imported ->
                    new Content(file, imported.impressions(), null);
            case TemplateImport.Refused refused -> new Content(file, List.of(), refused.code());
        };
    }
}
