package org.tamga.matcher.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * People with several fingers, made of the fingers of one folder, since the sets do not say whose
 * fingers are one person's. All fingers of a touch come from impressions of one number: those were
 * taken in one session, equally dry or hurried, so that their scores depend on each other as those
 * of one person's fingers do.
 */
final class MadePeople {
    private static final int SUMS_A_FOLDER = 200_000;
    private static final int MATES_A_FOLDER = 20_000;
    private static final long SEED = 11;

    private final ScoreMatrix matrix;
    private final int fingers;

    /** Of each folder, of each finger, its samples. */
    private final List<List<int[]>> folders = new ArrayList<>();

    /**
     * @param fingers of one person
     * @param used which fingers of the set may be used
     */
    MadePeople(ScoreMatrix matrix, int fingers, IntPredicate used) {
        this.matrix = matrix;
        this.fingers = fingers;
        Map<Path, Map<Integer, List<Integer>>> samples = new TreeMap<>();
        for (int i = 0; i < matrix.size(); i++) {
            int sample = i;
            if (used.test(matrix.finger(i))) {
                Path folder = matrix.set().samples().get(i).file().path().toAbsolutePath();
                samples.computeIfAbsent(folder.getParent(), f -> new TreeMap<>())
                        .computeIfAbsent(matrix.finger(sample), f -> new ArrayList<>())
                        .add(sample);
            }
        }
        for (Map<Integer, List<Integer>> folder : samples.values()) {
            folders.add(
                    folder.values().stream()
                            .map(of -> of.stream().mapToInt(Integer::intValue).toArray())
                            .toList());
        }
    }

    /**
     * Sums of scores of different people, drawn at random; none of folders with too few fingers.
     */
    Sums strangers() {
        Random random = new Random(SEED);
        Sums sums = new Sums(SUMS_A_FOLDER * folders.size(), 2 * fingers);
        for (List<int[]> folder : folders) {
            for (int i = 0; i < SUMS_A_FOLDER && folder.size() >= 2 * fingers; i++) {
                int[] drawn = draw(folder.size(), 2 * fingers, random);
                int presented = random.nextInt(1 << 16);
                int enrolled = random.nextInt(1 << 16);
                double score = 0;
                int[] members = new int[2 * fingers];
                for (int k = 0; k < fingers; k++) {
                    int probe = of(folder.get(drawn[k]), presented);
                    int candidate = of(folder.get(drawn[fingers + k]), enrolled);
                    members[k] = matrix.finger(probe);
                    members[fingers + k] = matrix.finger(candidate);
                    score += matrix.directed(probe, candidate);
                }
                sums.add(score, members);
            }
        }
        return sums.sorted();
    }

    /** Sums of scores of one person's fingers, each with another impression of itself. */
    Sums mates() {
        Random random = new Random(SEED);
        Sums sums = new Sums(MATES_A_FOLDER * folders.size(), fingers);
        for (List<int[]> folder : folders) {
            List<int[]> twice = folder.stream().filter(samples -> samples.length > 1).toList();
            for (int i = 0; i < MATES_A_FOLDER && twice.size() >= fingers; i++) {
                int[] drawn = draw(twice.size(), fingers, random);
                int presented = random.nextInt(1 << 16);
                int later = random.nextInt(1 << 16);
                double score = 0;
                int[] members = new int[fingers];
                for (int k = 0; k < fingers; k++) {
                    int[] samples = twice.get(drawn[k]);
                    int probe = presented % samples.length;
                    int candidate = probe + 1 + later % (samples.length - 1);
                    members[k] = matrix.finger(samples[probe]);
                    score += matrix.directed(samples[probe], of(samples, candidate));
                }
                sums.add(score, members);
            }
        }
        return sums.sorted();
    }

    private static int of(int[] samples, int number) {
        return samples[number % samples.length];
    }

    /** Different ones of {@code from}, the first {@code count} of a shuffled row. */
    private static int[] draw(int from, int count, Random random) {
        int[] all = new int[from];
        Arrays.setAll(all, i -> i);
        for (int i = 0; i < count; i++) {
            int other = i + random.nextInt(from - i);
            int kept = all[i];
            all[i] = all[other];
            all[other] = kept;
        }
        return Arrays.copyOf(all, count);
    }
}
