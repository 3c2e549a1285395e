package org.tamga.election.ballot;

/**
 * Exponential ElGamal: (g^ξ, K^(σ+ξ)) for the value σ and the nonce ξ (EG 3.3.2).
 *
 * @param alpha g^ξ mod p
 * @param beta K^(σ+ξ) mod p
 */
public record Ciphertext(ElementModP alpha, ElementModP beta) {}
