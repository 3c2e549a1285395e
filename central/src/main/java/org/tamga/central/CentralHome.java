package org.tamga.central;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The central node's folder and who finds what where in it.
 *
 * @param root the folder given by {@code --home}
 */
public record CentralHome(Path root) {

    /** Definition the election was made of. */
    public Path definition() {
        return root.resolve("definition.yaml");
    }

    /** The central node's own keys and their passwords. */
    public Path keys() {
        return root.resolve("keys");
    }

    /** Folder of one guardian: its secret never leaves it. */
    public Path guardian(int index) {
        return root.resolve("guardians").resolve(Integer.toString(index));
    }

    /** What guardians publish and send to each other. */
    public Path guardianExchange() {
        return root.resolve("guardians").resolve("exchange");
    }

    /** Identities of the terminals and officials of a station, until the kit is handed over. */
    public Path stationKeys(String station) {
        return root.resolve("stations").resolve(station);
    }

    /** What {@code publish} wrote: package, registers, card lists. */
    public Path published() {
        return root.resolve("published");
    }

    /** Signed election package. */
    public Path electionPackage() {
        return published().resolve("election-package.json");
    }

    /** Whole register of a station in one version. */
    public Path registerSnapshot(String station, int version) {
        return published()
                .resolve("register")
                .resolve("register-%s-%d.tamga".formatted(station, version));
    }

    /** What leads a station's register from the version before to this one. */
    public Path registerDelta(String station, int version) {
        return published()
                .resolve("register")
                .resolve("delta-%s-%d.tamga".formatted(station, version));
    }

    /** Published hashes of a station's activation cards. */
    public Path cardList(String station) {
        return published().resolve("cards-%s.json".formatted(station));
    }

    /** The cards themselves, for the kit only. */
    public Path cards(String station) {
        return stationKeys(station).resolve("cards.jsonl");
    }

    /** Embedded database. */
    public Path database() {
        return root.resolve("central.db");
    }

    /** Public record of the last tally. */
    public Path record() {
        return root.resolve("record");
    }

    /**
     * The home, if {@code init} was there.
     *
     * @throws CentralFailure CN-21
     */
    public CentralHome requireInitialised() {
        if (!Files.isRegularFile(definition()) || !Files.isDirectory(keys())) {
            throw CentralFailure.usage(
                    "CN-21", root + " is not a central home; make one with init");
        }
        return this;
    }

    /** The signature file beside a file. */
    public static Path signatureOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".sig");
    }

    /** Writes a file that everyone may read, whole or not at all. */
    public static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(parent(file));
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            Files.write(draft, content);
            Files.move(
                    draft,
                    file,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file that only its owner may read (mode 0600, its folder 0700). */
    public static void writeSecret(Path file, byte[] content) {
        try {
            createSecretFolder(parent(file));
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(draft);
            Files.createFile(
                    draft,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.write(draft, content);
            Files.move(
                    draft,
                    file,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a file that has to be there. */
    public static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void createSecretFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        try {
            Files.createDirectories(parent(folder));
            Files.createDirectory(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException e) {
            // Someone else made it in between: fine.
        }
    }

    private static Path parent(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException("Not a file in a folder: " + file);
        }
        return parent;
    }
}
