package org.tamga.election.definition;

/** Whether a line is typed from the paper count or taken from a counter of the journal. */
public enum LineSource {
    TYPED,
    COUNTER
}
