package org.tamga.kiosk.identify;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Runs the steps of one check-in, says which one begins, and keeps how long each took, nanoseconds.
 */
final class StepTimes {

    private final Map<Step, Long> nanos = new EnumMap<>(Step.class);
    private final Consumer<Step> begins;

    StepTimes(Consumer<Step> begins) {
        this.begins = begins;
    }

    <T> T measure(Step step, Supplier<T> work) {
        begins.accept(step);
        long start = System.nanoTime();
        try {
            return work.get();
        } finally {
            nanos.merge(step, System.nanoTime() - start, Long::sum);
        }
    }

    Map<Step, Long> nanos() {
        return Map.copyOf(nanos);
    }
}
