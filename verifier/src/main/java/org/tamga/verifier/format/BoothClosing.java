package org.tamga.verifier.format;

/**
 * {@code booth-closing.json}: the booth's statement of what its box holds.
 *
 * @param cards activation cards spent
 * @param root root of the ballot log, hex
 * @param ballots SHA-256 of {@code ballots.jsonl}, hex
 */
public record BoothClosing(
        String electionId,
        String station,
        String terminal,
        long cast,
        long spoiled,
        long cards,
        String root,
        String ballots) {}
