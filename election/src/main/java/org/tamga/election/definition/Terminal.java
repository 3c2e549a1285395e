package org.tamga.election.definition;

import org.jspecify.annotations.Nullable;

/**
 * A terminal of a station.
 *
 * @param signingKey raw Ed25519 public key, lower-case hex
 * @param registerKey raw X25519 public key, lower-case hex; only an operator terminal has one
 */
public record Terminal(
        String id, TerminalKind kind, String signingKey, @Nullable String registerKey) {}
