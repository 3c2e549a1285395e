package org.tamga.election.definition;

/** What stands on a line of a contest. */
public enum CandidateKind {
    PERSON,
    PARTY,
    AGAINST_ALL
}
