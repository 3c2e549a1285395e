package org.tamga.matcher.evaluation;

import com.machinezoo.sourceafis.FingerprintMatcher;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tamga.matcher.FingerGallery;
import org.tamga.matcher.FingerTemplate;
import org.tamga.matcher.Threshold;
import org.tamga.matcher.engine.TemplateFormat;

/**
 * 1:N timed against stock SourceAFIS on one core, both in the same run and taking turns, probe
 * preparation included. Where there are fewer impressions than subjects they are repeated as
 * separate objects.
 */
public final class IdentificationBenchmark {
    private static final int ROUNDS = 7;
    private static final int WARM_UP = 2;

    private IdentificationBenchmark() {}

    /**
     * @param templates subjects × fingers
     * @param stockMillis median time of one exhaustive search, one thread
     * @param ourMillis median time of one search of the gallery, all cores
     * @param speedUp median of the rounds' ratios
     */
    public record Result(
            int subjects,
            int fingersPerSubject,
            int templates,
            int cores,
            double stockMillis,
            double ourMillis,
            double speedUp) {}

    /**
     * @param templates at least two; the last one is the probe
     */
    public static Result run(List<FingerTemplate> templates, int subjects, int fingers) {
        FingerTemplate probe = templates.getLast();
        List<FingerTemplate> enrolled = replicate(templates, subjects * fingers);
        List<FingerprintTemplate> stock =
                enrolled.stream().map(IdentificationBenchmark::stock).toList();
        FingerprintTemplate stockProbe = stock(probe);
        FingerGallery gallery = gallery(enrolled, fingers);
        Threshold threshold = Threshold.identification(1000, enrolled.size());
        double[] stockMillis = new double[ROUNDS];
        double[] ourMillis = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double theirs = millis(() -> searchStock(stockProbe, stock));
            double ours = millis(() -> gallery.identify(probe, threshold));
            if (round >= 0) {
                stockMillis[round] = theirs;
                ourMillis[round] = ours;
            }
        }
        double[] ratios = new double[ROUNDS];
        Arrays.setAll(ratios, i -> stockMillis[i] / ourMillis[i]);
        return new Result(
                subjects,
                fingers,
                enrolled.size(),
                Runtime.getRuntime().availableProcessors(),
                median(stockMillis),
                median(ourMillis),
                median(ratios));
    }

    private static List<FingerTemplate> replicate(List<FingerTemplate> templates, int count) {
        List<FingerTemplate> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(templates.get(i % (templates.size() - 1)));
        }
        return all;
    }

    private static FingerGallery gallery(List<FingerTemplate> enrolled, int fingers) {
        FingerGallery.Builder builder = FingerGallery.builder();
        for (int i = 0; i < enrolled.size(); i++) {
            builder.add("s" + i / fingers, 1 + i % fingers, enrolled.get(i));
        }
        return builder.build();
    }

    private static double searchStock(
            FingerprintTemplate probe, List<FingerprintTemplate> candidates) {
        FingerprintMatcher matcher = new FingerprintMatcher(probe);
        double best = 0;
        for (FingerprintTemplate candidate : candidates) {
            best = Math.max(best, matcher.match(candidate));
        }
        return best;
    }

    private static FingerprintTemplate stock(FingerTemplate template) {
        return TemplateFormat.stock(template.toBytes().toByteArray());
    }

    private static double millis(Runnable search) {
        long start = System.nanoTime();
        search.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
