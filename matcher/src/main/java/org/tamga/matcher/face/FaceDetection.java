package org.tamga.matcher.face;

import java.util.List;
import org.tamga.matcher.face.model.FaceFault;

/** What a detector says about an image. */
public sealed interface FaceDetection {

    /**
     * @param faces best first, empty when there is none
     */
    record Found(List<FaceBox> faces) implements FaceDetection {
        public Found {
            faces = List.copyOf(faces);
        }
    }

    /**
     * Nothing is known about the image.
     *
     * @param fault with its stable code
     * @param reason one English line
     */
    record Unavailable(FaceFault fault, String reason) implements FaceDetection {}
}
