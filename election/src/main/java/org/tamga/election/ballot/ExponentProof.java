package org.tamga.election.ballot;

/**
 * A challenge and a response: proof that two powers have the same exponent (EG 3.6.5), or that one
 * exponent is known (EG 3.2.2).
 *
 * @param challenge c
 * @param response v
 */
public record ExponentProof(ElementModQ challenge, ElementModQ response) {}
