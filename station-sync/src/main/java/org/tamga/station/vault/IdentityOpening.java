package org.tamga.station.vault;

/** Outcome of opening {@code identity.p12}. */
public sealed interface IdentityOpening {
    record Opened(StationIdentity identity) implements IdentityOpening {}

    /**
     * @param detail the entry concerned; empty when nothing to add
     */
    record Refused(IdentityRefusal reason, String detail) implements IdentityOpening {}
}
