package org.tamga.election.ballot;

import java.math.BigInteger;
import java.util.List;

/**
 * Exponential ElGamal: (g^ξ, K^(σ+ξ)) for the value σ and the nonce ξ (EG 3.3.1, equation 31).
 *
 * @param alpha g^ξ mod p
 * @param beta K^(σ+ξ) mod p
 */
public record Ciphertext(ElementModP alpha, ElementModP beta) {
    static Ciphertext of(BigInteger alpha, BigInteger beta) {
        return new Ciphertext(new ElementModP(alpha), new ElementModP(beta));
    }

    /** The ciphertext of the sum; (1, 1) of none (EG 3.5). */
    static Ciphertext product(List<Ciphertext> factors) {
        BigInteger alpha = BigInteger.ONE;
        BigInteger beta = BigInteger.ONE;
        for (Ciphertext factor : factors) {
            alpha = Group.STANDARD.multiply(alpha, factor.alpha().value());
            beta = Group.STANDARD.multiply(beta, factor.beta().value());
        }
        return of(alpha, beta);
    }
}
