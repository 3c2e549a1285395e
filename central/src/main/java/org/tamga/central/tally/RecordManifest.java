package org.tamga.central.tally;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tamga.central.CentralHome;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.Digests;
import org.tamga.election.wire.SignedKind;
import org.tamga.election.wire.Signer;

/**
 * The list of all files of a public record: {@code manifest.json}.
 *
 * @param files path with slashes to hex SHA-256; the manifest and its signature are not in it
 */
public record RecordManifest(String electionId, SortedMap<String, String> files) {
    private static final String NAME = "manifest.json";

    public RecordManifest {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** Lists everything under the folder and signs the list; an earlier one is replaced. */
    public static RecordManifest sign(Path record, String electionId, Signer central) {
        var files = new TreeMap<String, String>();
        try (Stream<Path> all = Files.walk(record)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = record.relativize(file).toString().replace('\\', '/');
                if (!name.equals(NAME) && !name.equals(NAME + ".sig")) {
                    files.put(name, Digests.sha256Hex(Files.readAllBytes(file)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var manifest = new RecordManifest(electionId, files);
        byte[] json = CanonicalJson.write(manifest);
        CentralHome.write(record.resolve(NAME), json);
        CentralHome.write(
                record.resolve(NAME + ".sig"), central.sign(SignedKind.MANIFEST, json).toBytes());
        return manifest;
    }
}
