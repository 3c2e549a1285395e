package org.tamga.matcher.face;

import java.util.Comparator;
import java.util.List;
import org.tamga.matcher.face.model.FaceFault;

/** The one face of an image that counts. */
public sealed interface FaceFinding {
    /** Faces smaller than this share of the largest one's width stand in the background. */
    double BACKGROUND = 0.5;

    record One(FaceBox face) implements FaceFinding {}

    /**
     * @param detail one English line
     */
    record Nothing(FaceFault fault, String detail) implements FaceFinding {}

    /** The largest face, when no other one is half as wide. */
    static FaceFinding in(FaceDetection detection) {
        return switch (detection) {
            case FaceDetection.Unavailable(FaceFault fault, String reason) ->
                    new Nothing(fault, reason);
            case FaceDetection.Found(List<FaceBox> faces) -> largest(faces);
        };
    }

    private static FaceFinding largest(List<FaceBox> faces) {
        if (faces.isEmpty()) {
            return new Nothing(FaceFault.NO_FACE, "no face in the image");
        }
        List<FaceBox> bySize =
                faces.stream()
                        .sorted(Comparator.comparingDouble(FaceBox::width).reversed())
                        .toList();
        FaceBox first = bySize.getFirst();
        if (bySize.size() > 1 && bySize.get(1).width() > BACKGROUND * first.width()) {
            return new Nothing(
                    FaceFault.SEVERAL_FACES, faces.size() + " faces in the image, not one");
        }
        return first.isUsable()
                ? new One(first)
                : new Nothing(FaceFault.UNUSABLE_FACE, "the eyes are less than 10 pixels apart");
    }
}
