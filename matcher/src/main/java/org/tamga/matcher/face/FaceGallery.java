package org.tamga.matcher.face;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;
import org.tamga.matcher.face.model.PinnedModel;

/**
 * Faces of many subjects in memory, for 1:N. What it finds is a lead for a person to follow, never
 * an identification: among 3,000 people the best candidate is the wrong one about every fiftieth
 * time. May be searched and changed by several threads.
 */
public final class FaceGallery implements AutoCloseable {
    private final PinnedModel model;
    private final Precision precision;
    private final FaceKernel kernel;
    private final List<FaceRows> blocks = new ArrayList<>();
    private final List<String> subjects = new ArrayList<>();
    private final Map<String, int[]> rows = new HashMap<>();
    private int mostRows = 1;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    /** How the numbers of a vector are kept. */
    public enum Precision {
        /** Four bytes a number. */
        FLOAT,
        /** One byte a number; cosines are off by up to 0.004. */
        INT8
    }

    /**
     * @param cosine −1 to 1, of the subject's best vector
     * @param alert whether it reaches the network's measured alert for searches
     */
    public record Candidate(String subject, double cosine, boolean alert) {}

    public FaceGallery(PinnedModel model, Precision precision) {
        this(model, precision, FaceKernel.best());
    }

    /** The same without the Vector API, for comparison. */
    public static FaceGallery plain(PinnedModel model, Precision precision) {
        return new FaceGallery(model, precision, new ScalarFaceKernel());
    }

    private FaceGallery(PinnedModel model, Precision precision, FaceKernel kernel) {
        this.model = model;
        this.precision = precision;
        this.kernel = kernel;
    }

    /**
     * Adds a vector; a subject may have several. The vector is copied.
     *
     * @throws IllegalArgumentException when it is of another network
     */
    public void add(String subject, FaceVector vector) {
        require(vector);
        lock.writeLock().lock();
        try {
            int row = subjects.size();
            if (row / FaceRows.SIZE == blocks.size()) {
                blocks.add(FaceRows.of(precision, model.dimension()));
            }
            blocks.getLast().set(row % FaceRows.SIZE, vector.numbers());
            subjects.add(subject);
            int[] own = rows.merge(subject, new int[] {row}, FaceGallery::joined);
            mostRows = Math.max(mostRows, own.length);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Removes and wipes all vectors of a subject; false when there are none. */
    public boolean remove(String subject) {
        lock.writeLock().lock();
        try {
            int[] own = rows.remove(subject);
            if (own == null) {
                return false;
            }
            // From the last one on: a removed row is filled with the last row of all.
            IntStream.of(own).map(row -> -row).sorted().map(row -> -row).forEach(this::removeRow);
            return true;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Number of vectors. */
    public int size() {
        lock.readLock().lock();
        try {
            return subjects.size();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Which kernel computes, for reports. */
    public String kernel() {
        return kernel.name();
    }

    /** Bytes a vector takes, without its subject's name. */
    public int bytesPerVector() {
        return precision == Precision.FLOAT ? 4 * model.dimension() : model.dimension() + 4;
    }

    /**
     * The subjects most like the probe, best first; on all cores.
     *
     * @param limit at least 1
     * @throws IllegalArgumentException when the probe is of another network
     */
    public List<Candidate> search(FaceVector probe, int limit) {
        require(probe);
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit);
        }
        lock.readLock().lock();
        try {
            int keep = (int) Math.min((long) limit * mostRows, Math.max(1, subjects.size()));
            return IntStream.range(0, blocks.size())
                    .parallel()
                    .boxed()
                    .flatMap(block -> best(block, probe, keep).stream())
                    .sorted(Comparator.comparingDouble(Row::cosine).reversed())
                    .collect(
                            LinkedHashMap<String, Double>::new,
                            (map, row) -> map.putIfAbsent(subjects.get(row.row()), row.cosine()),
                            (a, b) -> b.forEach(a::putIfAbsent))
                    .entrySet()
                    .stream()
                    .limit(limit)
                    .map(entry -> candidate(entry.getKey(), entry.getValue()))
                    .toList();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Wipes and forgets everything. */
    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            blocks.forEach(FaceRows::wipe);
            blocks.clear();
            subjects.clear();
            rows.clear();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private record Row(int row, double cosine) {}

    private List<Row> best(int block, FaceVector probe, int keep) {
        int start = block * FaceRows.SIZE;
        int count = Math.min(FaceRows.SIZE, subjects.size() - start);
        double[] cosines = blocks.get(block).cosines(probe.numbers(), count, kernel);
        double floor = floor(cosines, keep);
        List<Row> best = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (cosines[i] >= floor) {
                best.add(new Row(start + i, cosines[i]));
            }
        }
        return best;
    }

    /** The lowest of the {@code keep} highest. */
    private static double floor(double[] cosines, int keep) {
        if (keep >= cosines.length) {
            return Double.NEGATIVE_INFINITY;
        }
        double[] highest = new double[keep];
        Arrays.fill(highest, Double.NEGATIVE_INFINITY);
        for (double cosine : cosines) {
            if (cosine > highest[0]) {
                int at = 0;
                for (; at + 1 < keep && highest[at + 1] < cosine; at++) {
                    highest[at] = highest[at + 1];
                }
                highest[at] = cosine;
            }
        }
        return highest[0];
    }

    private Candidate candidate(String subject, double cosine) {
        double alert =
                model.calibration(PinnedModel.Images.PHOTOGRAPHS)
                        .map(PinnedModel.Calibration::searchAlert)
                        .orElse(0.0);
        return new Candidate(subject, cosine, alert > 0 && cosine >= alert);
    }

    /** The last row takes the place of the removed one. */
    private void removeRow(int row) {
        int last = subjects.size() - 1;
        FaceRows from = blocks.getLast();
        String moved = subjects.get(last);
        if (last != row) {
            blocks.get(row / FaceRows.SIZE).copy(row % FaceRows.SIZE, from, last % FaceRows.SIZE);
            subjects.set(row, moved);
            rows.computeIfPresent(
                    moved,
                    (subject, own) -> IntStream.of(own).map(at -> at == last ? row : at).toArray());
        }
        from.wipe(last % FaceRows.SIZE);
        subjects.removeLast();
        if (last % FaceRows.SIZE == 0) {
            blocks.removeLast();
        }
    }

    private static int[] joined(int[] some, int[] more) {
        return IntStream.concat(IntStream.of(some), IntStream.of(more)).toArray();
    }

    private void require(FaceVector vector) {
        if (!vector.model().sha256().equals(model.sha256())) {
            throw new IllegalArgumentException(
                    "%s in a gallery of %s".formatted(vector.model(), model));
        }
    }
}
