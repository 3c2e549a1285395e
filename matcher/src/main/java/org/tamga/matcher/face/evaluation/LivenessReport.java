package org.tamga.matcher.face.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tamga.matcher.face.FaceBox;
import org.tamga.matcher.face.FaceDetector;
import org.tamga.matcher.face.FaceFinding;
import org.tamga.matcher.face.FaceImage;
import org.tamga.matcher.face.FaceImageFiles;
import org.tamga.matcher.face.FaceImageReading;
import org.tamga.matcher.face.liveness.ActivePrompt;
import org.tamga.matcher.face.liveness.PassiveAnswer;
import org.tamga.matcher.face.liveness.PassiveLiveness;

/**
 * Counts of liveness on the pictures there are. Not an evaluation to ISO/IEC 30107-3: that needs
 * real attacks on the real camera.
 *
 * @param genuine pictures of people with a face that was judged
 * @param genuineSuspected of them; their share is the BPCER
 * @param attacks pictures of attacks with a face that was judged
 * @param attacksUnsuspected of them; their share is the APCER
 * @param unjudged pictures without a usable face, or that no network judged
 * @param genuineEvidence of the passive network, by rising value
 * @param attackEvidence of the passive network, by rising value
 * @param sheetTurns flat sheets turned to the asked side by 20° and by 35°
 * @param sheetPasses of them, moved the nose as far as the prompt wants
 */
public record LivenessReport(
        int genuine,
        int genuineSuspected,
        int attacks,
        int attacksUnsuspected,
        List<String> unjudged,
        List<Double> genuineEvidence,
        List<Double> attackEvidence,
        int sheetTurns,
        int sheetPasses) {
    private static final List<Double> ANGLES = List.of(-35.0, -20.0, 20.0, 35.0);

    /**
     * @param sheets how many of the genuine pictures are also turned as flat sheets
     */
    public static LivenessReport of(
            List<FacePicture> genuine,
            List<FacePicture> attacks,
            int sheets,
            FaceDetector detector,
            PassiveLiveness passive,
            Runnable onPicture) {
        List<String> unjudged = new ArrayList<>();
        List<PassiveAnswer.Judged> real = new ArrayList<>();
        List<PassiveAnswer.Judged> forged = new ArrayList<>();
        int turns = 0;
        int passes = 0;
        for (FacePicture picture : genuine) {
            boolean sheet = turns < sheets * ANGLES.size();
            Seen seen = look(picture, sheet, detector, passive);
            seen.judged().ifPresentOrElse(real::add, () -> unjudged.add(seen.line()));
            turns += seen.turns();
            passes += seen.passes();
            onPicture.run();
        }
        for (FacePicture picture : attacks) {
            Seen seen = look(picture, false, detector, passive);
            seen.judged().ifPresentOrElse(forged::add, () -> unjudged.add(seen.line()));
            onPicture.run();
        }
        return new LivenessReport(
                real.size(),
                (int) real.stream().filter(PassiveAnswer.Judged::suspicious).count(),
                forged.size(),
                (int) forged.stream().filter(judged -> !judged.suspicious()).count(),
                unjudged,
                real.stream().map(PassiveAnswer.Judged::evidence).sorted().toList(),
                forged.stream().map(PassiveAnswer.Judged::evidence).sorted().toList(),
                turns,
                passes);
    }

    private record Seen(
            Optional<PassiveAnswer.Judged> judged, String line, int turns, int passes) {}

    private static Seen look(
            FacePicture picture, boolean sheet, FaceDetector detector, PassiveLiveness passive) {
        return switch (FaceImageFiles.read(picture.file())) {
            case FaceImageReading.Unreadable unreadable ->
                    unseen(picture, unreadable.detail(), unreadable.fault().code());
            case FaceImageReading.Read(FaceImage image) -> {
                try (image) {
                    yield switch (FaceFinding.in(detector.detect(image))) {
                        case FaceFinding.Nothing nothing ->
                                unseen(picture, nothing.detail(), nothing.fault().code());
                        case FaceFinding.One(FaceBox face) ->
                                seen(picture, image, face, sheet, detector, passive);
                    };
                }
            }
        };
    }

    private static Seen unseen(FacePicture picture, String detail, String code) {
        return new Seen(
                Optional.empty(), "%s: %s [%s]".formatted(picture.file(), detail, code), 0, 0);
    }

    private static Seen seen(
            FacePicture picture,
            FaceImage image,
            FaceBox face,
            boolean sheet,
            FaceDetector detector,
            PassiveLiveness passive) {
        int passes = 0;
        for (double angle : sheet ? ANGLES : List.<Double>of()) {
            // The asked side is random: to count, the nose must move to one certain side.
            double moved = TurnedSheet.noseMovement(detector, image, face, angle);
            passes += moved * Math.signum(angle) > ActivePrompt.TURN ? 1 : 0;
        }
        int turns = sheet ? ANGLES.size() : 0;
        return switch (passive.judge(image, face)) {
            case PassiveAnswer.Judged judged -> new Seen(Optional.of(judged), "", turns, passes);
            case PassiveAnswer.Unknown unknown ->
                    new Seen(
                            Optional.empty(),
                            "%s: %s [%s]"
                                    .formatted(
                                            picture.file(),
                                            unknown.detail(),
                                            unknown.fault().code()),
                            turns,
                            passes);
        };
    }
}
