package org.tamga.matcher.command;

import java.nio.file.Path;
import java.util.List;
import org.tamga.matcher.face.FaceBox;
import org.tamga.matcher.face.FaceDetection;
import org.tamga.matcher.face.FaceImage;
import org.tamga.matcher.face.FaceImageFiles;
import org.tamga.matcher.face.FaceImageReading;

/** Reads portraits for a command, which ends where it cannot. */
final class FaceFiles {
    private FaceFiles() {}

    static FaceImage image(Path file) {
        return switch (FaceImageFiles.read(file)) {
            case FaceImageReading.Read(FaceImage image) -> image;
            case FaceImageReading.Unreadable unreadable ->
                    throw new CommandFailure(unreadable.detail(), unreadable.fault().code());
        };
    }

    static List<FaceBox> faces(FaceDetection detection) {
        return switch (detection) {
            case FaceDetection.Found(List<FaceBox> faces) -> faces;
            case FaceDetection.Unavailable unavailable ->
                    throw new CommandFailure(unavailable.reason(), unavailable.fault().code());
        };
    }
}
