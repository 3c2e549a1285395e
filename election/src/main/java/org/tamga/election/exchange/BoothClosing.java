package org.tamga.election.exchange;

/**
 * What a booth terminal says when it closes: {@code booth-closing.json}, signed by the booth (kind
 * {@code booth-closing}). It bears no time.
 *
 * @param cast ballots cast
 * @param spoiled ballots challenged and spoiled
 * @param cards activation cards spent
 * @param root root of the ballot log (RFC 9162), lower-case hex
 * @param ballots SHA-256 of {@code ballots.jsonl}, lower-case hex
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
