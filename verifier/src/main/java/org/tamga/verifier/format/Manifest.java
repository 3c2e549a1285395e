package org.tamga.verifier.format;

import java.util.SortedMap;

/**
 * {@code manifest.json}.
 *
 * @param files SHA-256 in hex by path in the record
 */
public record Manifest(String electionId, SortedMap<String, String> files) {}
