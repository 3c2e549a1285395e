package org.tamga.election.journal;

/** How much attention an event asks for. */
public enum Severity {
    INFO,
    NOTICE,
    WARNING,
    ERROR
}
