package org.tamga.matcher.exchange;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tamga.matcher.FingerPosition;

/**
 * One finger view of a finger minutiae record, in the units of the file.
 *
 * @param position of the finger; empty when it is not a single one
 * @param view number among the views of the same finger, from 0
 * @param width of the image in pixels
 * @param height of the image in pixels
 * @param resolutionX pixels per centimetre
 * @param resolutionY pixels per centimetre
 */
record FmrView(
        Optional<FingerPosition> position,
        int view,
        int width,
        int height,
        int resolutionX,
        int resolutionY,
        List<FmrMinutia> minutiae) {

    /**
     * @param x pixels from the left
     * @param y pixels from the top
     * @param angle in the file's units, counter-clockwise from the right
     */
    record FmrMinutia(int x, int y, int angle, boolean bifurcation) {
        /** Nothing of a finger goes into a message. */
        @Override
        public String toString() {
            return "FmrMinutia";
        }
    }

    /** Positions of single fingers have the same names with us and in the library. */
    static Optional<FingerPosition> position(@Nullable Enum<?> theirs) {
        return theirs == null
                ? Optional.empty()
                : Stream.of(FingerPosition.values())
                        .filter(ours -> ours.name().equals(theirs.name()))
                        .findFirst();
    }

    @Override
    public String toString() {
        return "FmrView[" + minutiae.size() + "]";
    }
}
