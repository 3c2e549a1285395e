package org.tamga.matcher.face.portrait;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tamga.matcher.face.FaceBox;
import org.tamga.matcher.face.FaceImage;
import org.tamga.matcher.face.FacePose;

/**
 * Judges a portrait for enrolment. Limits with a clause are those of ISO/IEC 19794-5:2005; where
 * only an estimate can be had, its uncertainty is added to the standard's limit; the others are our
 * own, found on portraits that look right and wrong.
 */
public final class PortraitCheck {
    private PortraitCheck() {}

    /**
     * @param faces all that a detector found in the image
     */
    public static PortraitReport check(FaceImage image, List<FaceBox> faces) {
        if (faces.isEmpty() || !faces.getFirst().isUsable()) {
            return failed(PortraitReason.NO_FACE, 0);
        }
        if (faces.size() > 1) {
            return failed(PortraitReason.SEVERAL_FACES, faces.size());
        }
        PortraitMeasures measures = measure(image, faces.getFirst());
        List<Criterion> criteria = criteria(measures);
        return new PortraitReport(
                criteria.stream().mapToInt(Criterion::score).min().orElse(100),
                criteria.stream()
                        .filter(criterion -> criterion.score() < Criterion.LIMIT_SCORE)
                        .sorted(Comparator.comparingInt(Criterion::score))
                        .map(Criterion::finding)
                        .toList(),
                Optional.of(measures));
    }

    private static PortraitReport failed(PortraitReason reason, int faces) {
        return new PortraitReport(
                0, List.of(new PortraitReport.Finding(reason, 0, faces, 1)), Optional.empty());
    }

    private static PortraitMeasures measure(FaceImage image, FaceBox face) {
        FacePose pose = FacePose.of(face);
        FacePatch patch = FacePatch.of(image, face);
        try (patch) {
            FaceTone tone = FaceTone.of(patch);
            Ground ground = Ground.of(image, face);
            double chin = (face.y() + face.height() - face.eyes().y());
            return new PortraitMeasures(
                    face.eyeDistance(),
                    2 * chin / image.height(),
                    Math.abs(face.eyes().x() / image.width() - 0.5),
                    face.eyes().y() / image.height(),
                    pose.roll(),
                    pose.yaw(),
                    pose.pitch(),
                    Openings.eyes(patch),
                    Openings.mouth(patch),
                    Blur.of(patch),
                    tone.brightness(),
                    tone.washedOut(),
                    tone.contrast(),
                    tone.sideDifference(),
                    ground.brightness(),
                    ground.spread());
        }
    }

    private static List<Criterion> criteria(PortraitMeasures m) {
        List<Criterion> all = new ArrayList<>();
        // 7.2 geometric requirements; 90 pixels from the best practice of Annex A.
        all.add(Criterion.atLeast(PortraitReason.TOO_FEW_PIXELS, m.eyeDistance(), 90, 120));
        all.add(Criterion.atLeast(PortraitReason.HEAD_TOO_SMALL, m.headHeight(), 0.60, 0.70));
        all.add(Criterion.atMost(PortraitReason.HEAD_TOO_LARGE, m.headHeight(), 0.90, 0.80));
        all.add(Criterion.atMost(PortraitReason.NOT_CENTRED, m.offCentre(), 0.05, 0.02));
        all.add(Criterion.atLeast(PortraitReason.NOT_CENTRED, m.eyesFromTop(), 0.30, 0.35));
        all.add(Criterion.atMost(PortraitReason.NOT_CENTRED, m.eyesFromTop(), 0.50, 0.45));
        all.add(Criterion.atMost(PortraitReason.HEAD_LEANS, Math.abs(m.roll()), 8, 3));
        // The standard's 5° and twice the five degrees by which faces differ.
        all.add(Criterion.atMost(PortraitReason.HEAD_TURNED, Math.abs(m.yaw()), 15, 5));
        all.add(Criterion.atMost(PortraitReason.HEAD_NODDED, Math.abs(m.pitch()), 15, 5));
        if (m.eyeOpening() >= 0) {
            all.add(Criterion.atLeast(PortraitReason.EYES_CLOSED, m.eyeOpening(), 0.075, 0.12));
        }
        if (m.mouthOpening() >= 0) {
            all.add(Criterion.atMost(PortraitReason.MOUTH_OPEN, m.mouthOpening(), 0.12, 0.05));
        }
        all.add(Criterion.atMost(PortraitReason.BLURRED, m.blur(), 0.50, 0.35));
        all.add(Criterion.atLeast(PortraitReason.TOO_DARK, m.brightness(), 70, 100));
        all.add(Criterion.atMost(PortraitReason.TOO_BRIGHT, m.brightness(), 220, 190));
        all.add(Criterion.atMost(PortraitReason.TOO_BRIGHT, m.washedOut(), 0.05, 0.01));
        all.add(Criterion.atLeast(PortraitReason.LOW_CONTRAST, m.contrast(), 45, 80));
        all.add(Criterion.atMost(PortraitReason.UNEVEN_LIGHT, m.sideDifference(), 0.30, 0.12));
        if (m.groundBrightness() >= 0) {
            all.add(Criterion.atLeast(PortraitReason.GROUND_DARK, m.groundBrightness(), 120, 170));
            all.add(Criterion.atMost(PortraitReason.GROUND_NOT_PLAIN, m.groundSpread(), 25, 12));
        }
        return all;
    }
}
