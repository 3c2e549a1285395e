package org.tamga.matcher.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tamga.matcher.FingerPosition;
import org.tamga.matcher.PresentedFinger;
import org.tamga.matcher.Threshold;

/** The fingers of one transaction, each with one or more impressions. Immutable. */
record Impressions(List<Impression> all) {
    /** Impressions that are alike at this rate are of one finger, whatever was asked for. */
    private static final int SAME_FINGER_FMR_PER_MILLION = 1000;

    /** As many as sums are calibrated for. */
    private static final int MOST_TOGETHER = 4;

    private static final Comparator<Impression> BEST_FIRST =
            Comparator.<Impression>comparingInt(i -> i.presentation().quality()).reversed();

    /**
     * @param finger number of the finger within the transaction, from 0
     */
    record Impression(int finger, FingerPresentation presentation) {}

    Impressions {
        all = List.copyOf(all);
    }

    static Impressions none() {
        return new Impressions(List.of());
    }

    /**
     * With a further impression: of an earlier finger when it is like it or named like it, else of
     * a new one. Without that check a finger presented twice would count twice.
     */
    Impressions with(FingerPresentation presentation) {
        double alike = Threshold.verification(SAME_FINGER_FMR_PER_MILLION).score();
        int finger =
                all.stream()
                        .filter(before -> isSame(before.presentation(), presentation, alike))
                        .mapToInt(Impression::finger)
                        .findFirst()
                        .orElse(fingers());
        List<Impression> more = new ArrayList<>(all);
        more.add(new Impression(finger, presentation));
        return new Impressions(more);
    }

    Impression newest() {
        return all.getLast();
    }

    /** How many impressions there are of the finger presented last. */
    int ofNewest() {
        return (int) all.stream().filter(i -> i.finger() == newest().finger()).count();
    }

    /**
     * The newest impression, then of every other finger the one of the best quality; of more than
     * four fingers those of the best quality.
     */
    List<PresentedFinger> together() {
        Stream<Impression> others =
                IntStream.range(0, fingers())
                        .filter(finger -> finger != newest().finger())
                        .mapToObj(this::bestOf)
                        .sorted(BEST_FIRST)
                        .limit(MOST_TOGETHER - 1);
        return Stream.concat(Stream.of(newest()), others).map(Impressions::presented).toList();
    }

    private int fingers() {
        return all.stream().mapToInt(Impression::finger).max().orElse(-1) + 1;
    }

    private Impression bestOf(int finger) {
        return all.stream().filter(i -> i.finger() == finger).min(BEST_FIRST).orElseThrow();
    }

    private static PresentedFinger presented(Impression impression) {
        FingerPresentation presentation = impression.presentation();
        return new PresentedFinger(presentation.position().code(), presentation.probe());
    }

    private static boolean isSame(FingerPresentation one, FingerPresentation other, double alike) {
        boolean named =
                one.position() != FingerPosition.UNKNOWN && one.position() == other.position();
        return named || one.probe().symmetricScore(other.probe().template()) >= alike;
    }
}
