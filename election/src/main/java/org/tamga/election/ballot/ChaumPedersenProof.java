package org.tamga.election.ballot;

/**
 * Proof that two powers have the same exponent (EG 3.6.3).
 *
 * @param challenge c
 * @param response v
 */
public record ChaumPedersenProof(ElementModQ challenge, ElementModQ response) {}
