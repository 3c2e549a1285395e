package org.tamga.matcher.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tamga.matcher.engine.MinutiaeSet;
import org.tamga.matcher.engine.flat.Minutiae;
import org.tamga.matcher.evaluation.MadeMinutiae;

/** Fingers of 30 minutiae that nobody has, the same in every run. */
final class MadeFingers {
    private static final int MINUTIAE = 30;

    private final MadeMinutiae made = new MadeMinutiae(1);
    private final List<Minutiae> fingers = new ArrayList<>();

    MadeFingers(int count) {
        for (int i = 0; i < count; i++) {
            fingers.add(made.scattered(MINUTIAE));
        }
    }

    int size() {
        return fingers.size();
    }

    Minutiae minutiae(int finger) {
        return fingers.get(finger);
    }

    /** The finger again, moved, turned and a quarter of its minutiae replaced. */
    Minutiae impression(int finger) {
        return made.impressionOf(fingers.get(finger));
    }

    /** Both sets as an extraction leaves them: like, but not equal. */
    List<MinutiaeSet> sets(int finger) {
        return List.of(
                new MinutiaeSet(MinutiaeSet.Kind.FINE, fingers.get(finger)),
                new MinutiaeSet(MinutiaeSet.Kind.BROAD, impression(finger)));
    }

    IntStream all() {
        return IntStream.range(0, fingers.size());
    }
}
