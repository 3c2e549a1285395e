package org.tamga.matcher.face;

import java.util.List;
import java.util.Optional;
import org.tamga.matcher.face.model.PinnedModel;
import org.tamga.matcher.face.model.PinnedModel.Calibration;
import org.tamga.matcher.face.model.PinnedModel.Images;
import org.tamga.matcher.face.model.PinnedModel.Point;

/**
 * Where a network's cosine accepts, where an officer looks, and where it rejects.
 *
 * @param model whose cosines they are for
 * @param images they were measured with; those of drawn people are not for a real register
 * @param fmrPerMillion impostors per million that reach {@code accept}; 0 when nothing is accepted
 * @param accept lowest accepted cosine, above 1 when nothing is accepted
 * @param look below it, rejected
 */
public record FaceThresholds(
        PinnedModel model, Images images, int fmrPerMillion, double accept, double look) {
    /** Up to this rate an officer looks where the program does not accept. */
    static final int LOOK_FMR_PER_MILLION = 1000;

    private static final double NEVER = 2;

    /**
     * For a wanted false match rate of one comparison. Empty when the network was not measured at
     * it: nothing is extrapolated.
     */
    public static Optional<FaceThresholds> of(PinnedModel model, Images images, int fmrPerMillion) {
        return of(model, images, fmrPerMillion, LOOK_FMR_PER_MILLION);
    }

    /**
     * The same with an officer's band of one's own, as far as the network was measured.
     *
     * @param officerFmrPerMillion up to this rate an officer looks where the program does not
     *     accept
     */
    public static Optional<FaceThresholds> of(
            PinnedModel model, Images images, int fmrPerMillion, int officerFmrPerMillion) {
        return model.calibration(images)
                .flatMap(
                        calibration ->
                                cosine(calibration.points(), fmrPerMillion)
                                        .map(
                                                accept ->
                                                        new FaceThresholds(
                                                                model,
                                                                images,
                                                                fmrPerMillion,
                                                                accept,
                                                                look(
                                                                        calibration,
                                                                        accept,
                                                                        officerFmrPerMillion))));
    }

    /** Nothing is accepted or rejected: the officer always looks. */
    public static FaceThresholds officerOnly(PinnedModel model, Images images) {
        return new FaceThresholds(model, images, 0, NEVER, -1);
    }

    public boolean canAccept() {
        return accept <= 1;
    }

    /** What a cosine means. */
    FaceComparison.ByNetwork judge(double cosine) {
        if (canAccept() && cosine >= accept) {
            return new FaceComparison.Accepted(cosine, this);
        }
        return cosine >= look
                ? new FaceComparison.OfficerLooks(cosine, this)
                : new FaceComparison.Rejected(cosine, this);
    }

    private static double look(Calibration calibration, double accept, int fmrPerMillion) {
        int measured = calibration.points().getFirst().fmrPerMillion();
        int rate = Math.min(fmrPerMillion, measured);
        return Math.min(accept, cosine(calibration.points(), rate).orElse(accept));
    }

    /** Linear in the logarithm of the rate between measured points. */
    private static Optional<Double> cosine(List<Point> points, int fmrPerMillion) {
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            if (point.fmrPerMillion() == fmrPerMillion) {
                return Optional.of(point.cosine());
            }
            if (point.fmrPerMillion() < fmrPerMillion) {
                return i == 0
                        ? Optional.empty()
                        : Optional.of(between(points.get(i - 1), point, fmrPerMillion));
            }
        }
        return Optional.empty();
    }

    private static double between(Point frequent, Point rare, int fmrPerMillion) {
        double share =
                Math.log((double) frequent.fmrPerMillion() / fmrPerMillion)
                        / Math.log((double) frequent.fmrPerMillion() / rare.fmrPerMillion());
        return frequent.cosine() + share * (rare.cosine() - frequent.cosine());
    }
}
