package org.tamga.election.definition;

/**
 * ERROR: the protocol cannot go on while the ratio does not hold. WARNING: it can, with a written
 * answer.
 */
public enum Severity {
    ERROR,
    WARNING
}
