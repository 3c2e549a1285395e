package org.tamga.station.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tamga.election.exchange.SignedReceipt;
import org.tamga.election.wire.WireFormatException;
import org.tamga.station.SafeFiles;
import org.tamga.station.store.OutboxItem;
import org.tamga.station.store.OutboxStore;

/**
 * The way to the centre by a folder on a stick: {@code <dir>/tamga/<station>/<terminal>/} with
 * {@code <number>-<id>.item} files, the bytes that would go over the network, and the centre's
 * {@code <id>.receipt} files; at an operator terminal also register files ({@code
 * docs/formats/register.md}). A file is wholly there or not at all.
 */
public final class UsbFolder {
    private static final long MAX_RECEIPT_BYTES = 64 * 1024;

    private static final Pattern REGISTER =
            Pattern.compile("(register|delta)-.+-(\\d{1,9})\\.tamga");

    private UsbFolder() {}

    /** Writes every item that has no receipt yet. */
    public static UsbReport write(OutboxStore outbox, Path dir) {
        if (!Files.isDirectory(dir)) {
            return new UsbReport.Failed("US-01", "not a folder: " + dir);
        }
        int written = 0;
        int present = 0;
        try {
            Path folder = Files.createDirectories(folder(outbox, dir));
            for (OutboxItem item : outbox.undelivered()) {
                Path file = folder.resolve(item.number() + "-" + item.item().id() + ".item");
                byte[] bytes = item.item().toBytes();
                if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
                    present++;
                } else {
                    SafeFiles.write(file, bytes);
                    written++;
                }
            }
            return new UsbReport.Written(written, present);
        } catch (IOException e) {
            return new UsbReport.Failed("US-02", String.valueOf(e.getMessage()));
        }
    }

    /** Takes the receipts that the centre left in the folder. */
    public static UsbReport readReceipts(OutboxStore store, Outbox outbox, Path dir) {
        if (!Files.isDirectory(dir)) {
            return new UsbReport.Failed("US-01", "not a folder: " + dir);
        }
        Path folder = folder(store, dir);
        if (!Files.isDirectory(folder)) {
            return new UsbReport.ReceiptsRead(0, 0, List.of());
        }
        int accepted = 0;
        int known = 0;
        List<String> rejected = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path file : entries.filter(UsbFolder::isReceipt).sorted().toList()) {
                switch (accept(outbox, file)) {
                    case ACCEPTED -> accepted++;
                    case KNOWN -> known++;
                    case UNKNOWN_ITEM, NOT_TRUSTED ->
                            rejected.add(String.valueOf(file.getFileName()));
                }
            }
            return new UsbReport.ReceiptsRead(accepted, known, rejected);
        } catch (IOException e) {
            return new UsbReport.Failed("US-03", String.valueOf(e.getMessage()));
        }
    }

    /**
     * A register file on the stick.
     *
     * @param version as the file's name says; what holds is in its signed header
     */
    public record RegisterFile(Path path, boolean whole, int version) {}

    /**
     * The register files that the centre left in the folder, in the order in which they are tried:
     * whole registers, the newest first, then deltas, the oldest first.
     *
     * @throws IOException if the folder cannot be read
     */
    public static List<RegisterFile> registers(OutboxStore store, Path dir) throws IOException {
        Path folder = folder(store, dir);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<RegisterFile> found = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path file : entries.filter(Files::isRegularFile).toList()) {
                Matcher name = REGISTER.matcher(String.valueOf(file.getFileName()));
                if (name.matches()) {
                    found.add(
                            new RegisterFile(
                                    file,
                                    name.group(1).equals("register"),
                                    Integer.parseInt(name.group(2))));
                }
            }
        }
        found.sort(
                Comparator.comparingInt(
                        (RegisterFile file) -> file.whole() ? -file.version() : file.version()));
        return List.copyOf(found);
    }

    private static Outbox.ReceiptOutcome accept(Outbox outbox, Path file) throws IOException {
        if (Files.size(file) > MAX_RECEIPT_BYTES) {
            return Outbox.ReceiptOutcome.NOT_TRUSTED;
        }
        try {
            return outbox.accept(SignedReceipt.read(Files.readAllBytes(file)));
        } catch (WireFormatException e) {
            return Outbox.ReceiptOutcome.NOT_TRUSTED;
        }
    }

    private static boolean isReceipt(Path file) {
        return file.toString().endsWith(".receipt") && Files.isRegularFile(file);
    }

    private static Path folder(OutboxStore outbox, Path dir) {
        return dir.resolve("tamga").resolve(outbox.stationId()).resolve(outbox.terminalId());
    }
}
