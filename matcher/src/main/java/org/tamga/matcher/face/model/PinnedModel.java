package org.tamga.matcher.face.model;

import java.util.List;
import java.util.Optional;

/**
 * A network file that is accepted, told by its digest.
 *
 * @param name short name, unique
 * @param file name it is stored under
 * @param sha256 of its content, hex
 * @param bytes its length
 * @param purpose what it is for
 * @param licence SPDX identifier
 * @param notice whose work it is
 * @param source where it comes from
 * @param input what it expects
 * @param remark one line for people
 * @param dimension numbers in its answer, 0 where that varies
 * @param landmarks where its faces' right eye, left eye, nose tip, right and left mouth corner lie
 *     in the input, pixels; empty when it takes no aligned face. Right is the person's: smaller x
 * @param cropScale side of a liveness crop in sides of the face's box, 0 for other purposes
 * @param calibrations cosines for false match rates; empty when it was never calibrated
 */
public record PinnedModel(
        String name,
        String file,
        String sha256,
        int bytes,
        Purpose purpose,
        String licence,
        String notice,
        String source,
        Input input,
        String remark,
        int dimension,
        List<double[]> landmarks,
        double cropScale,
        List<Calibration> calibrations) {

    /** What a network does. */
    public enum Purpose {
        DETECTION,
        EMBEDDING,
        LIVENESS,
        QUALITY
    }

    /** Order of the colour planes. */
    public enum Colours {
        BGR,
        RGB
    }

    /** What kind of images a calibration was made with. */
    public enum Images {
        PHOTOGRAPHS,
        /** Drawn people of a demonstration: never for a register of real ones. */
        DRAWN
    }

    /**
     * @param divisor each value 0–255 is divided by it
     */
    public record Input(int width, int height, Colours colours, double divisor) {}

    /**
     * Measured points of one kind of images.
     *
     * @param provenance data and method, for people
     * @param points by falling rate and rising cosine
     * @param searchAlert cosine from which a 1:N search points at somebody; 0 where none was
     *     measured
     */
    public record Calibration(
            Images images, String provenance, List<Point> points, double searchAlert) {
        public Calibration {
            points = List.copyOf(points);
            for (int i = 1; i < points.size(); i++) {
                if (points.get(i).cosine() <= points.get(i - 1).cosine()
                        || points.get(i).fmrPerMillion() >= points.get(i - 1).fmrPerMillion()) {
                    throw new IllegalArgumentException("calibration points are not monotone");
                }
            }
        }
    }

    /** This many impostor comparisons in a million reach the cosine. */
    public record Point(int fmrPerMillion, double cosine) {}

    public PinnedModel {
        landmarks = List.copyOf(landmarks);
        calibrations = List.copyOf(calibrations);
    }

    /** The calibration for a kind of images. */
    public Optional<Calibration> calibration(Images images) {
        return calibrations.stream().filter(c -> c.images() == images).findFirst();
    }

    @Override
    public String toString() {
        return name;
    }
}
