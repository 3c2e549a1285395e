package org.tamga.election.voter;

/** SNAPSHOT replaces the register, DELTA goes from exactly one version to another. */
public enum RegisterKind {
    SNAPSHOT,
    DELTA
}
