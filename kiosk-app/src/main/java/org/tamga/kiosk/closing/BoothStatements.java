package org.tamga.kiosk.closing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the closing statements that booths of a station left on a stick or in a folder. */
final class BoothStatements {
    private static final String STATEMENT = "booth-closing.json";

    private BoothStatements() {}

    /**
     * @param file the statement
     * @param signature the file beside it
     */
    record Found(Path file, Path signature) {
        byte[] statement() throws IOException {
            return Files.readAllBytes(file);
        }

        byte[] sealed() throws IOException {
            return Files.readAllBytes(signature);
        }
    }

    /** Looks in {@code <folder>/station-<id>/<booth>/}; empty when there is none. */
    static List<Found> in(Path folder, String stationId) throws IOException {
        var station = folder.resolve("station-" + stationId);
        var found = new ArrayList<Found>();
        if (!Files.isDirectory(station)) {
            return found;
        }
        try (Stream<Path> booths = Files.list(station)) {
            for (var booth : booths.sorted().toList()) {
                var statement = booth.resolve(STATEMENT);
                var signature = booth.resolve(STATEMENT + ".sig");
                if (Files.isRegularFile(statement) && Files.isRegularFile(signature)) {
                    found.add(new Found(statement, signature));
                }
            }
        }
        return found;
    }
}
