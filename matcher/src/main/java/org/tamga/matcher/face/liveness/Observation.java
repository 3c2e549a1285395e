package org.tamga.matcher.face.liveness;

import java.time.Duration;
import java.util.List;
import org.tamga.matcher.face.FaceBox;
import org.tamga.matcher.face.FaceImage;
import org.tamga.matcher.face.portrait.Openings;

/**
 * What a frame shows.
 *
 * @param at time since any beginning
 * @param faces that were found
 * @param eyeOpening of the less open eye in eye distances, −1 when not measured
 */
public record Observation(Duration at, List<FaceBox> faces, double eyeOpening) {
    public Observation {
        faces = List.copyOf(faces);
    }

    /** Measures the eyes of the only face. */
    public static Observation of(Duration at, FaceImage frame, List<FaceBox> faces) {
        return new Observation(
                at, faces, faces.size() == 1 ? Openings.eyes(frame, faces.getFirst()) : -1);
    }
}
