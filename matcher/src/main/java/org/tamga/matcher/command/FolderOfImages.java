package org.tamga.matcher.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder as it is named on the command line: {@code FOLDER}, or {@code FOLDER@DPI} where its
 * images have a resolution of their own.
 *
 * @param dpi pixels per inch
 */
record FolderOfImages(Path path, double dpi) {
    private static final Pattern OWN_DPI = Pattern.compile("(.+)@(\\d{1,4})");

    /**
     * @param usual pixels per inch of the images of folders that name none
     */
    static FolderOfImages of(Path named, double usual) {
        Matcher own = OWN_DPI.matcher(named.toString());
        return own.matches() && !Files.exists(named)
                ? new FolderOfImages(Path.of(own.group(1)), Double.parseDouble(own.group(2)))
                : new FolderOfImages(named, usual);
    }
}
