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
import org.tamga.central.register.RegisterShelf;

/**
 * Takes in what stations have put on a stick: {@code tamga/<station>/<terminal>/*.item}, and leaves
 * receipts and the newest register there.
 */
public final class UsbImport {
    private static final Pattern NAME = Pattern.compile("(\\d{1,12})-([0-9a-f]{64})\\.item");

    private final ItemIngest ingest;
    private final RegisterShelf registers;

    public UsbImport(ItemIngest ingest, RegisterShelf registers) {
        this.ingest = ingest;
        this.registers = registers;
    }

    /**
     * How it went.
     *
     * @param refused one line for each item that was not taken
     */
    public record Outcome(int fresh, int known, List<String> refused) {}

    private record Found(Path file, long number, String id) {}

    /**
     * Takes every item in the order of the terminals' outboxes, writes a receipt beside it, and
     * puts the newest whole register into each operator terminal's folder.
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
        terminals(root).forEach(this::leaveRegister);
        return new Outcome(fresh, known, List.copyOf(refused));
    }

    private void leaveRegister(Path folder) {
        registers
                .whole(String.valueOf(folder.getFileName()))
                .filter(register -> !Files.exists(folder.resolve(register.getFileName())))
                .ifPresent(
                        register ->
                                CentralHome.write(
                                        folder.resolve(register.getFileName()),
                                        CentralHome.read(register)));
    }

    private static List<Path> terminals(Path root) {
        try (Stream<Path> folders = Files.find(root, 2, (_, file) -> file.isDirectory())) {
            return folders.filter(folder -> root.relativize(folder).getNameCount() == 2).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
