package org.tamga.matcher.evaluation;

import com.machinezoo.sourceafis.FingerprintMatcher;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.tamga.matcher.FingerGallery;
import org.tamga.matcher.FingerTemplate;
import org.tamga.matcher.PresentedFinger;
import org.tamga.matcher.Probe;
import org.tamga.matcher.engine.MinutiaeSet;
import org.tamga.matcher.engine.NativeTemplate;
import org.tamga.matcher.engine.flat.Kernel;

/**
 * 1:N timed against stock SourceAFIS, both in one thread and taking turns, probe preparation
 * included, in processor time of that thread; and once more on all cores by the clock. The gallery
 * holds the first impression of every finger and, where these are too few, strangers of {@link
 * MadeMinutiae}; the other impressions are presented. Stock compares the first minutiae set of each
 * template, the gallery all sets.
 */
public final class IdentificationBenchmark {
    private static final int ROUNDS = 15;
    private static final int WARM_UP = 1000;

    /** Searches one after the other before the other matcher's turn. */
    private static final int TURN = 4;

    private static final int STOCK_SAMPLE = 3000;
    private static final double NANOS_PER_MILLI = 1e6;

    private final List<FingerTemplate> enrolled;
    private final List<FingerTemplate> presented;
    private final List<List<MinutiaeSet>> sets;
    private final int subjects;
    private final int fingers;
    private final List<FingerprintTemplate> stock = new ArrayList<>();

    private IdentificationBenchmark(
            List<FingerTemplate> enrolled,
            List<FingerTemplate> presented,
            int subjects,
            int fingers) {
        this.enrolled = enrolled;
        this.presented = presented;
        this.sets = enrolled.stream().map(MadeMinutiae::sets).toList();
        this.subjects = subjects;
        this.fingers = fingers;
    }

    /**
     * @param subjects in the gallery, each with as many templates as fingers are presented
     * @param kernel what the gallery computes with
     * @param cores of this machine
     * @param stockMillis median of one exhaustive search, one thread
     * @param stockSampled templates that stock was timed with; its time is scaled from there to all
     * @param oneCoreMillis median of one search of the gallery, one thread
     * @param allCoresMillis the same on all cores, by the clock
     * @param ratio median of the rounds' ratios on one core
     * @param ratioLow lowest of the rounds'
     * @param ratioHigh highest
     * @param buildSeconds coding and filing all templates, all cores
     * @param bytesPerTemplate on the heap, subject ids and index included
     */
    public record Result(
            int subjects,
            int fingers,
            int templates,
            String kernel,
            int cores,
            double stockMillis,
            int stockSampled,
            double oneCoreMillis,
            double allCoresMillis,
            double ratio,
            double ratioLow,
            double ratioHigh,
            double buildSeconds,
            double bytesPerTemplate) {}

    /**
     * @param set at least one impression with minutiae
     * @param fingers presented together, 1–10, compared with enrolled fingers of their position
     */
    public static Result run(FingerSet set, int subjects, int fingers) {
        Map<Integer, FingerTemplate> enrolled = new LinkedHashMap<>();
        List<FingerTemplate> presented = new ArrayList<>();
        for (FingerSet.Sample sample : set.samples()) {
            if (sample.template().minutiae() > 0
                    && enrolled.putIfAbsent(sample.finger(), sample.template()) != null) {
                presented.add(sample.template());
            }
        }
        if (enrolled.isEmpty()) {
            throw new IllegalArgumentException("no impression has minutiae");
        }
        List<FingerTemplate> first = List.copyOf(enrolled.values());
        return new IdentificationBenchmark(
                        first, presented.isEmpty() ? first : presented, subjects, fingers)
                .run();
    }

    private Result run() {
        long before = Meters.heap();
        FingerGallery.Builder builder = FingerGallery.builder();
        MadeMinutiae made = new MadeMinutiae(subjects);
        long building = 0;
        int templates = subjects * fingers;
        for (int i = 0; i < templates; i++) {
            FingerTemplate template = gallery(i, made);
            long start = System.nanoTime();
            builder.add("s" + i / fingers, 1 + i % fingers, template);
            building += System.nanoTime() - start;
        }
        long start = System.nanoTime();
        FingerGallery gallery = builder.build();
        double buildSeconds = (building + System.nanoTime() - start) / 1e9;
        double bytes = Math.max(0, Meters.heap() - before) / (double) templates;
        MadeMinutiae again = new MadeMinutiae(subjects);
        for (int i = 0; i < Math.min(templates, STOCK_SAMPLE); i++) {
            stock.add(stock(gallery(i, again)));
        }
        try (ForkJoinPool one = new ForkJoinPool(1)) {
            return one.submit(() -> timed(gallery, buildSeconds, bytes)).join();
        }
    }

    private Result timed(FingerGallery gallery, double buildSeconds, double bytesPerTemplate) {
        for (int i = 0; i < Math.min(subjects, Math.min(WARM_UP, 6_000_000 / subjects)); i++) {
            search(gallery, presented(i));
        }
        double[] stockMillis = new double[ROUNDS];
        double[] ourMillis = new double[ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            double theirs = 0;
            double ours = 0;
            for (int turn = 0; turn < TURN; turn++) {
                theirs +=
                        presented(round * TURN + turn + TURN).stream()
                                .mapToDouble(this::stockMillis)
                                .sum();
            }
            for (int turn = 0; turn < TURN; turn++) {
                List<FingerTemplate> probes = presented(round * TURN + turn + TURN);
                long start = Meters.threadNanos();
                search(gallery, probes);
                ours += (Meters.threadNanos() - start) / NANOS_PER_MILLI;
            }
            if (round >= 0) {
                stockMillis[round] = theirs / TURN;
                ourMillis[round] = ours / TURN;
            }
        }
        double[] ratios = new double[ROUNDS];
        Arrays.setAll(ratios, i -> stockMillis[i] / ourMillis[i]);
        Arrays.sort(ratios);
        return new Result(
                subjects,
                fingers,
                gallery.templates(),
                Kernel.CHOSEN.label(),
                Runtime.getRuntime().availableProcessors(),
                median(stockMillis),
                stock.size(),
                median(ourMillis),
                allCores(gallery),
                ratios[ROUNDS / 2],
                ratios[0],
                ratios[ROUNDS - 1],
                buildSeconds,
                bytesPerTemplate);
    }

    private double allCores(FingerGallery gallery) {
        double[] millis = new double[ROUNDS];
        try (ForkJoinPool all = new ForkJoinPool(Runtime.getRuntime().availableProcessors())) {
            for (int round = 0; round < ROUNDS; round++) {
                List<FingerTemplate> probes = presented(round);
                long start = System.nanoTime();
                all.submit(() -> search(gallery, probes)).join();
                millis[round] = (System.nanoTime() - start) / NANOS_PER_MILLI;
            }
        }
        return median(millis);
    }

    private List<FingerTemplate> presented(int round) {
        return IntStream.range(0, fingers)
                .mapToObj(f -> presented.get((round * 23 + f * 11) % presented.size()))
                .toList();
    }

    private static void search(FingerGallery gallery, List<FingerTemplate> templates) {
        List<PresentedFinger> presented =
                IntStream.range(0, templates.size())
                        .mapToObj(f -> new PresentedFinger(1 + f, Probe.of(templates.get(f))))
                        .toList();
        gallery.identify(presented, gallery.threshold(1000, presented.size()), () -> false);
    }

    /** One finger against the subjects' fingers of one position. */
    private double stockMillis(FingerTemplate template) {
        FingerprintTemplate probe = stock(template);
        long start = Meters.threadNanos();
        FingerprintMatcher matcher = new FingerprintMatcher(probe);
        long prepared = Meters.threadNanos();
        double best = 0;
        int compared = Math.min(subjects, stock.size());
        for (FingerprintTemplate candidate : stock.subList(0, compared)) {
            best = Math.max(best, matcher.match(candidate));
        }
        if (best < 0) {
            throw new IllegalStateException("a negative score");
        }
        double comparing = (Meters.threadNanos() - prepared) * ((double) subjects / compared);
        return (prepared - start + comparing) / NANOS_PER_MILLI;
    }

    private static FingerprintTemplate stock(FingerTemplate template) {
        return NativeTemplate.stock(MadeMinutiae.sets(template).getFirst().minutiae());
    }

    private FingerTemplate gallery(int i, MadeMinutiae made) {
        return i < enrolled.size() ? enrolled.get(i) : made.strangerTo(sets);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
