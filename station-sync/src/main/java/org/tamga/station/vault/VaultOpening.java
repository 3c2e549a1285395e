package org.tamga.station.vault;

/** Outcome of creating or unlocking a vault. */
public sealed interface VaultOpening {
    /** The keys; the caller closes them. */
    record Unlocked(StationKeys keys) implements VaultOpening {}

    /**
     * @param detail the official concerned, or how many are needed; empty when nothing to add
     */
    record Refused(VaultRefusal reason, String detail) implements VaultOpening {}
}
