package org.tamga.central.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tamga.central.CentralFailure;
import org.tamga.central.CentralHome;

/** Takes in what stations have put on a stick: {@code tamga/<station>/<terminal>/*.item}. */
public final class UsbImport {
    private static final Pattern NAME = Pattern.compile("(\\d{1,12})-([0-9a-f]{64})\\.item");

    private final ItemIngest ingest;

    public UsbImport(ItemIngest ingest) {
        this.ingest = ingest;
    }

    /**
     * How it went.
     *
     * @param refused one line for each item that was not taken
     */
    public record Outcome(int fresh, int known, List<String> refused) {}

    private record Found(Path file, long number, String id) {}

    /**
     * Takes every item in the order of the terminals' outboxes and writes a receipt beside it.
     *
     * @throws CentralFailure CN-26 if there is no folder {@code tamga}
     */
    public Outcome run(Path stick) {
        Path root = stick.resolve("tamga");
        if (!Files.isDirectory(root)) {
            throw CentralFailure.usage("CN-26", "there is no folder tamga in " + stick);
        }
        int fresh = 0;
        int known = 0;
        var refused = new ArrayList<String>();
        for (Found found : items(root)) {
            switch (receive(found)) {
                case Ingested.Kept(var receipt, boolean isFresh) -> {
                    fresh += isFresh ? 1 : 0;
                    known += isFresh ? 0 : 1;
                    CentralHome.write(
                            found.file().resolveSibling(found.id() + ".receipt"),
                            receipt.toBytes());
                }
                case Ingested.Refused(IngestCode code, String detail) ->
                        refused.add("%s: %s [%s]".formatted(found.file(), detail, code.code()));
            }
        }
        return new Outcome(fresh, known, List.copyOf(refused));
    }

    private Ingested receive(Found found) {
        try {
            if (Files.size(found.file()) > StationPort.MAX_BODY_BYTES) {
                return new Ingested.Refused(IngestCode.TOO_LARGE, "too large");
            }
            return ingest.receive(Files.readAllBytes(found.file()), found.id(), null);
        } catch (IOException e) {
            return new Ingested.Refused(IngestCode.MALFORMED, "cannot be read");
        }
    }

    private static List<Found> items(Path root) {
        var found = new ArrayList<Found>();
        try (Stream<Path> files = Files.walk(root, 3)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
                if (name.matches()) {
                    found.add(new Found(file, Long.parseLong(name.group(1)), name.group(2)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.sort(
                Comparator.comparing((Found item) -> String.valueOf(item.file().getParent()))
                        .thenComparing(Found::number));
        return found;
    }
}
