package org.tamga.station;

import java.nio.file.Path;

/** Where things lie in a terminal's home folder. */
public record StationHome(Path folder) {
    public Path packageFile() {
        return folder.resolve("package").resolve("election-package.json");
    }

    public Path packageSignature() {
        return folder.resolve("package").resolve("election-package.json.sig");
    }

    /** Booths only: the published hashes of the station's activation cards. */
    public Path cardList(String stationId) {
        return folder.resolve("package").resolve("cards-%s.json".formatted(stationId));
    }

    public Path cardListSignature(String stationId) {
        return folder.resolve("package").resolve("cards-%s.json.sig".formatted(stationId));
    }

    public Path journal() {
        return data().resolve("journal.db");
    }

    /** Operator terminals only. */
    public Path register() {
        return data().resolve("register.db");
    }

    /** Booths only. */
    public Path ballots() {
        return data().resolve("ballots.db");
    }

    public Path outbox() {
        return data().resolve("outbox.db");
    }

    public Path officialKey(String officialId) {
        return folder.resolve("officials").resolve(officialId + ".p12");
    }

    public Path data() {
        return folder.resolve("data");
    }
}
