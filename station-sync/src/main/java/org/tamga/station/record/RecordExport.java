package org.tamga.station.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tamga.election.journal.JournalHead;
import org.tamga.election.journal.SignedEvent;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.SignedKind;
import org.tamga.election.wire.Signer;
import org.tamga.station.SafeFiles;
import org.tamga.station.store.JournalStore;

/**
 * Writes a terminal's part of the public record into {@code <dir>/station-<station>/<terminal>/}.
 * An export written twice is the same, byte for byte, unless the journal went on.
 */
public final class RecordExport {
    /** Time of change that all files of a booth's record bear: it must not tell of the voting. */
    public static final Instant NO_TIME = Instant.parse("2000-01-01T00:00:00Z");

    private RecordExport() {}

    /**
     * Writes {@code journal.jsonl} and {@code journal-head.json} with its signature.
     *
     * @param signer the terminal's
     * @return the folder written to
     * @throws IllegalStateException for an empty journal
     */
    public static Path operator(Path dir, String stationId, JournalStore journal, Signer signer)
            throws IOException {
        Path folder = folder(dir, stationId, journal.terminalId());
        write(folder, journalFiles(journal, signer));
        return folder;
    }

    /**
     * Writes the booth's journal and the files of its closed box.
     *
     * @param signer the terminal's
     * @return the folder written to
     */
    public static Path booth(
            Path dir, String stationId, JournalStore journal, BoothFiles box, Signer signer)
            throws IOException {
        Path folder = folder(dir, stationId, journal.terminalId());
        SortedMap<String, byte[]> files = journalFiles(journal, signer);
        files.putAll(box.files());
        write(folder, files);
        for (String name : files.keySet()) {
            Files.setLastModifiedTime(folder.resolve(name), FileTime.from(NO_TIME));
        }
        Files.setLastModifiedTime(folder, FileTime.from(NO_TIME));
        return folder;
    }

    /** {@code journal.jsonl}, {@code journal-head.json} and {@code journal-head.json.sig}. */
    public static SortedMap<String, byte[]> journalFiles(JournalStore journal, Signer signer) {
        JournalHead head =
                journal.head().orElseThrow(() -> new IllegalStateException("empty journal"));
        SortedMap<String, byte[]> files = headFiles(head, signer);
        files.put("journal.jsonl", JournalLines.of(upTo(head, journal)));
        return files;
    }

    /**
     * {@code journal-head.json} and {@code journal-head.json.sig}: what the centre needs to publish
     * a journal that it received.
     */
    public static SortedMap<String, byte[]> headFiles(JournalHead head, Signer signer) {
        byte[] json = CanonicalJson.write(head);
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("journal-head.json", json);
        files.put("journal-head.json.sig", signer.sign(SignedKind.JOURNAL_HEAD, json).toBytes());
        return files;
    }

    /** An event may be appended while this runs: the file ends where the head says. */
    private static Iterable<SignedEvent> upTo(JournalHead head, JournalStore journal) {
        return journal.events().stream()
                .filter(event -> event.event().seq() <= head.seq())
                .toList();
    }

    private static Path folder(Path dir, String stationId, String terminalId) throws IOException {
        return Files.createDirectories(dir.resolve("station-" + stationId).resolve(terminalId));
    }

    private static void write(Path folder, Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            SafeFiles.write(folder.resolve(file.getKey()), file.getValue());
        }
    }
}
