package org.tamga.devices.simulator;

import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.tamga.devices.ports.FingerImage;

/** Fingers presented one after another by a rehearsal, a demonstration or a test. */
public final class FingerQueue implements FingerSource {
    private final ConcurrentLinkedQueue<FingerImage> waiting = new ConcurrentLinkedQueue<>();

    /** Lays a finger on the glass; the queue takes ownership of the image. */
    public void present(FingerImage finger) {
        waiting.add(finger);
    }

    @Override
    public Optional<FingerImage> next() {
        return Optional.ofNullable(waiting.poll());
    }

    /** Takes all waiting fingers away and wipes them. */
    public void clear() {
        next().ifPresent(
                        first -> {
                            first.close();
                            clear();
                        });
    }
}
