package org.tamga.election.checkin;

/** Whether a voter stood on the main list or was added on election day. */
public enum ListKind {
    MAIN,
    ADDITIONAL
}
