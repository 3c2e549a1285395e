package org.tamga.devices.simulator;

import java.util.Arrays;
import java.util.Optional;
import org.tamga.devices.ports.FingerImage;
import org.tamga.devices.scanner.FingerSpec;

/** The glass of an emulated sensor: the finger on it, as the sensor's own window sees it. */
final class SimulatedGlass {
    private final FingerSpec spec;
    private final FingerSource source;
    private final FingerQueue testFingers = new FingerQueue();

    SimulatedGlass(FingerSpec spec, FingerSource source) {
        this.spec = spec;
        this.source = source;
    }

    void present() {
        testFingers.present(TestVisitor.finger());
    }

    void clear() {
        testFingers.clear();
    }

    /**
     * The finger that lies there, if one does: {@code width × height} grey levels, centred on the
     * window, flipped and inverted as the profile says of the sensor.
     */
    Optional<byte[]> look(Optional<SimulatedFault> fault) {
        return testFingers
                .next()
                .or(source::next)
                .map(
                        finger -> {
                            try (FingerImage worn = worn(finger, fault)) {
                                return seen(worn);
                            }
                        });
    }

    private static FingerImage worn(FingerImage finger, Optional<SimulatedFault> fault) {
        boolean skin =
                fault.filter(
                                f ->
                                        f == SimulatedFault.WET_FINGER
                                                || f == SimulatedFault.DRY_FINGER
                                                || f == SimulatedFault.PARTIAL_FINGER)
                        .isPresent();
        if (!skin) {
            return finger;
        }
        try (finger) {
            return SkinCondition.of(fault.orElseThrow()).applyTo(finger);
        }
    }

    private byte[] seen(FingerImage finger) {
        byte[] gray = new byte[spec.width() * spec.height()];
        for (int i = 0; i < gray.length; i++) {
            int column = i % spec.width();
            int row = i / spec.width();
            int x = spec.mirrored() ? spec.width() - 1 - column : column;
            int y = spec.upsideDown() ? spec.height() - 1 - row : row;
            int level = level(finger, x, y);
            gray[i] = (byte) (spec.inverted() ? 255 - level : level);
        }
        return gray;
    }

    private int level(FingerImage finger, int x, int y) {
        int fromLeft = x + Math.floorDiv(finger.width() - spec.width(), 2);
        int fromTop = y + Math.floorDiv(finger.height() - spec.height(), 2);
        boolean inside =
                fromLeft >= 0
                        && fromTop >= 0
                        && fromLeft < finger.width()
                        && fromTop < finger.height();
        return inside ? finger.at(fromLeft, fromTop) : 255;
    }

    byte[] black() {
        byte[] gray = new byte[spec.width() * spec.height()];
        Arrays.fill(gray, (byte) 0);
        return gray;
    }
}
