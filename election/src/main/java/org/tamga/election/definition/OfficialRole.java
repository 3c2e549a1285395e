package org.tamga.election.definition;

/** The part of an official in the commission of a station. */
public enum OfficialRole {
    CHAIR,
    SECRETARY,
    MEMBER,
    OPERATOR
}
