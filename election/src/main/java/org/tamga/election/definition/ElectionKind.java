package org.tamga.election.definition;

/** What the package is for. Everything shown or printed for another kind than REAL is marked so. */
public enum ElectionKind {
    REAL,
    REHEARSAL,
    DEMO
}
