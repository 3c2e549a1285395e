package org.tamga.election.journal;

/** A key of an event's data in the catalogue. */
public record DataKey(String name, KeyType type, boolean optional) {}
