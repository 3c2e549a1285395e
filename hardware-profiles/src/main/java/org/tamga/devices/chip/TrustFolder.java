package org.tamga.devices.chip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.Provider;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder of trusted authorities, read again only when something in it has changed. */
final class TrustFolder {
    private final Path folder;
    private final Provider provider;
    private Map<Path, FileTime> seen = Map.of();
    private @Nullable TrustedSigners signers;

    TrustFolder(Path folder, Provider provider) {
        this.folder = folder;
        this.provider = provider;
    }

    synchronized TrustedSigners signers() {
        Map<Path, FileTime> now;
        try {
            now = times();
        } catch (IOException e) {
            signers = null;
            return TrustedSigners.none(provider, "it cannot be read");
        }
        TrustedSigners known = signers;
        if (known == null || !now.equals(seen)) {
            known = TrustedSigners.of(List.copyOf(now.keySet()), provider);
            signers = known;
            seen = now;
        }
        return known;
    }

    private Map<Path, FileTime> times() throws IOException {
        Map<Path, FileTime> times = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().limit(TrustedSigners.MOST_FILES).toList()) {
                if (Files.isRegularFile(file)) {
                    times.put(file, Files.getLastModifiedTime(file));
                }
            }
        }
        return times;
    }
}
