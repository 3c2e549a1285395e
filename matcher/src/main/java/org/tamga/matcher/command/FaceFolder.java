package org.tamga.matcher.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tamga.matcher.face.evaluation.FacePicture;

/** Pictures of a folder for a command, which ends where there are none. */
final class FaceFolder {
    private FaceFolder() {}

    static List<FacePicture> pictures(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new CommandFailure("no such folder: " + folder, "MC-02");
        }
        try {
            List<FacePicture> pictures = FacePicture.in(folder);
            if (pictures.isEmpty()) {
                throw new CommandFailure("no pictures in " + folder, "MC-03");
            }
            return pictures;
        } catch (IOException e) {
            throw new CommandFailure("cannot read " + folder, "MC-02");
        }
    }
}
