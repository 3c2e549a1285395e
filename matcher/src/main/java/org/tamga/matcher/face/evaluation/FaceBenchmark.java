package org.tamga.matcher.face.evaluation;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.tamga.matcher.face.FaceBox;
import org.tamga.matcher.face.FaceDetection;
import org.tamga.matcher.face.FaceDetector;
import org.tamga.matcher.face.FaceEmbedder;
import org.tamga.matcher.face.FaceGallery;
import org.tamga.matcher.face.FaceImage;
import org.tamga.matcher.face.FaceVector;
import org.tamga.matcher.face.LocalTexture;
import org.tamga.matcher.face.liveness.PassiveLiveness;
import org.tamga.matcher.face.model.PinnedModel;
import org.tamga.matcher.face.portrait.PortraitCheck;

/**
 * Time of each step: of this thread on the processor, which other programs do not disturb, and on
 * the clock. On one core they are the same; on several, processor time leaves out other threads.
 */
public final class FaceBenchmark {
    private static final int SEARCHES = 25;
    private static final int MOST_FLOATS = 200_000;

    private FaceBenchmark() {}

    /** Milliseconds, medians over all rounds but the first fifth. */
    public record Stage(String name, double processor, double clock) {}

    /**
     * Milliseconds of one search.
     *
     * @param kernel that computed
     * @param processor median over 20 searches
     * @param clock median over the same
     */
    public record Search(
            int subjects,
            String precision,
            String kernel,
            long vectorBytes,
            double processor,
            double clock) {}

    /** Steps of one frame, taking turns, {@code rounds} times. */
    public static List<Stage> stages(
            FaceImage frame,
            FaceBox face,
            FaceDetector detector,
            Optional<FaceEmbedder> embedder,
            PassiveLiveness passive,
            int rounds) {
        List<Stage> stages = new ArrayList<>();
        stages.add(time("detect at 320", rounds, () -> detector.detect(frame, 320)));
        stages.add(time("detect at 640", rounds, () -> detector.detect(frame, 640)));
        embedder.ifPresent(
                e -> {
                    stages.add(time("align", rounds, () -> e.align(frame, face).close()));
                    stages.add(time("align and embed", rounds, () -> e.embed(frame, face)));
                });
        stages.add(time("portrait check", rounds, () -> PortraitCheck.check(frame, List.of(face))));
        stages.add(time("passive liveness", rounds, () -> passive.judge(frame, face)));
        stages.add(time("texture, the hint", rounds, () -> LocalTexture.of(frame, face).close()));
        embedder.ifPresent(
                e ->
                        stages.add(
                                time(
                                        "whole frame at 320",
                                        rounds,
                                        () -> wholeFrame(frame, detector, e, passive))));
        return stages;
    }

    private static void wholeFrame(
            FaceImage frame,
            FaceDetector detector,
            FaceEmbedder embedder,
            PassiveLiveness passive) {
        if (detector.detect(frame, 320) instanceof FaceDetection.Found(List<FaceBox> faces)
                && !faces.isEmpty()) {
            embedder.embed(frame, faces.getFirst());
            PortraitCheck.check(frame, faces);
            passive.judge(frame, faces.getFirst());
        }
    }

    /** Searches among random directions; beyond 200,000 subjects only on whole numbers. */
    public static List<Search> searches(PinnedModel model, int subjects) {
        List<Search> results = new ArrayList<>();
        for (FaceGallery.Precision precision : FaceGallery.Precision.values()) {
            if (precision == FaceGallery.Precision.FLOAT && subjects > MOST_FLOATS) {
                continue;
            }
            try (FaceGallery plain = FaceGallery.plain(model, precision)) {
                results.add(search(plain, model, subjects, precision));
            }
            try (FaceGallery best = new FaceGallery(model, precision)) {
                results.add(search(best, model, subjects, precision));
            }
        }
        return results;
    }

    private static Search search(
            FaceGallery gallery, PinnedModel model, int subjects, FaceGallery.Precision precision) {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < subjects; i++) {
            try (FaceVector vector = random(model, random)) {
                gallery.add("s" + i, vector);
            }
        }
        try (FaceVector probe = random(model, random)) {
            Stage stage = time("search", SEARCHES, () -> gallery.search(probe, 10));
            return new Search(
                    subjects,
                    precision.name(),
                    gallery.kernel(),
                    (long) gallery.bytesPerVector() * subjects,
                    stage.processor(),
                    stage.clock());
        }
    }

    private static FaceVector random(PinnedModel model, SplittableRandom random) {
        float[] numbers = new float[model.dimension()];
        for (int j = 0; j < numbers.length; j++) {
            numbers[j] = (float) random.nextDouble(-1, 1);
        }
        return FaceVector.of(model, numbers).orElseThrow();
    }

    private static Stage time(String name, int rounds, Runnable step) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double[] processor = new double[rounds];
        double[] clock = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            long busy = threads.getCurrentThreadCpuTime();
            step.run();
            processor[i] = (threads.getCurrentThreadCpuTime() - busy) / 1e6;
            clock[i] = (System.nanoTime() - start) / 1e6;
        }
        return new Stage(name, warmMedian(processor), warmMedian(clock));
    }

    private static double warmMedian(double[] millis) {
        double[] warm = Arrays.copyOfRange(millis, millis.length / 5, millis.length);
        Arrays.sort(warm);
        return warm[warm.length / 2];
    }
}
