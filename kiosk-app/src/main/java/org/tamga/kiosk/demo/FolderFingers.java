package org.tamga.kiosk.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.tamga.devices.simulator.people.SyntheticPerson;

/**
 * People with real fingers: a folder of images named {@code
 * <finger>_<impression>.<tif|png|bmp|jpg|wsq>}, with or without subfolders. One finger is one
 * person; impression 1 is enrolled, the others are presented.
 */
final class FolderFingers {
    private static final Pattern NAME =
            Pattern.compile("(.+)_(\\d{1,4})(\\.(?:tif|tiff|png|bmp|jpg|jpeg|wsq))");
    private static final int POSITION = 2;

    private FolderFingers() {}

    /**
     * @param strangerShare percent of the fingers that stay off the list, at least one
     * @param wanted so many voters, 0 for all
     * @throws DemoFailure DM-01 unreadable, DM-02 fewer than two usable fingers, DM-08 fewer voters
     *     than wanted
     */
    static Population population(Path folder, long seed, int strangerShare, int wanted) {
        var fingers = fingers(folder);
        if (fingers.size() < 2) {
            throw DemoFailure.beforehand(
                    "DM-02",
                    folder
                            + " holds no two fingers named <finger>_<impression>.<tif|png|bmp|jpg|wsq> with an impression 1"
                            + " and others");
        }
        var strangers = Math.max(1, Math.ceilDiv(fingers.size() * strangerShare, 100));
        var voters = fingers.size() - strangers;
        if (wanted > voters) {
            throw DemoFailure.beforehand(
                    "DM-08",
                    "--voters %d, but %s holds %d fingers: %d voters and %d strangers"
                            .formatted(wanted, folder, fingers.size(), voters, strangers));
        }
        if (wanted > 0) {
            voters = wanted;
        }
        return new Population(
                people(fingers.subList(0, voters), seed, 0),
                people(fingers.subList(fingers.size() - strangers, fingers.size()), seed, voters));
    }

    private static List<Population.Voter> people(List<Scanned> fingers, long seed, int first) {
        var people = new ArrayList<Population.Voter>();
        for (var finger : fingers) {
            var index = first + people.size();
            var papers = SyntheticFingers.papers(SyntheticPerson.of(seed, index));
            people.add(new Population.Voter(index + 1, papers, List.of(finger)));
        }
        return people;
    }

    private static List<Scanned> fingers(Path folder) {
        var impressions = new TreeMap<String, TreeMap<Integer, Path>>();
        try (var files = Files.walk(folder, 2)) {
            files.filter(Files::isRegularFile)
                    .sorted(Comparator.naturalOrder())
                    .forEach(
                            file -> {
                                requireReadable(file);
                                var name =
                                        NAME.matcher(
                                                file.getFileName()
                                                        .toString()
                                                        .toLowerCase(Locale.ROOT));
                                if (name.matches()) {
                                    var finger =
                                            folder.relativize(file)
                                                    .resolveSibling(name.group(1))
                                                    .toString();
                                    impressions
                                            .computeIfAbsent(finger, _ -> new TreeMap<>())
                                            .put(Integer.valueOf(name.group(2)), file);
                                }
                            });
        } catch (IOException | UncheckedIOException e) {
            throw DemoFailure.beforehand("DM-01", "cannot read " + folder + ": " + e.getMessage());
        }
        return impressions.values().stream()
                .filter(files -> files.containsKey(1) && files.size() > 1)
                .map(files -> new Scanned(List.copyOf(files.values())))
                .toList();
    }

    private static void requireReadable(Path file) {
        if (!Files.isReadable(file)) {
            throw DemoFailure.beforehand("DM-01", "cannot read " + file);
        }
    }

    private record Scanned(List<Path> files) implements Population.Finger {
        @Override
        public int position() {
            return POSITION;
        }

        @Override
        public Population.Impression enrolled() {
            return new FileImpression(files.getFirst());
        }

        @Override
        public List<Population.Impression> presented(int limit) {
            return files.stream()
                    .skip(1)
                    .limit(limit)
                    .<Population.Impression>map(FileImpression::new)
                    .toList();
        }
    }

    private record FileImpression(Path file) implements Population.Impression {
        @Override
        public String extension() {
            var name = file.getFileName().toString();
            return name.substring(name.lastIndexOf('.')).toLowerCase(Locale.ROOT);
        }

        @Override
        public byte[] bytes() {
            try {
                return Files.readAllBytes(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
