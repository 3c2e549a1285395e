package org.tamga.verifier.format;

/**
 * A line of {@code log.jsonl}.
 *
 * @param batch from 1
 * @param leaf leaf hash, hex
 */
public record LogLine(int batch, String leaf) {}
