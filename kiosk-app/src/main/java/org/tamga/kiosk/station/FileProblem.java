package org.tamga.kiosk.station;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What a command says of a file or folder that it could not use. */
public final class FileProblem {

    private FileProblem() {}

    /**
     * One English line that names the file once.
     *
     * @param file what was asked for; the failure may name another one, a part of it
     */
    public static String of(Path file, IOException failure) {
        return switch (failure) {
            case NoSuchFileException missing -> "no such file: " + missing.getFile();
            case AccessDeniedException denied -> "no right to use: " + denied.getFile();
            default -> file + ": " + failure.getMessage();
        };
    }
}
