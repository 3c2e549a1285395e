package org.tamga.election.definition;

import org.tamga.election.text.LocalizedText;

/**
 * One line that a voter may choose.
 *
 * @param note occupation, list number or the like; may be empty text
 */
public record Candidate(String id, CandidateKind kind, LocalizedText name, LocalizedText note) {}
