package org.tamga.matcher.decision;

/**
 * How a transaction spends its error rate: the n-th comparison that could accept somebody may use
 * 1/(n (n + 1)) of the target. However many follow, the shares add up to less than the target
 * (telescoping sum), and by the union bound so does the chance that any of them is a false match.
 * The first one, which decides nearly always, pays a factor of two only.
 */
final class Spending {
    private Spending() {}

    /**
     * What the target is divided by.
     *
     * @param comparison from 1
     * @param ways in which this comparison may lead to an acceptance, each with an equal part
     */
    static int divisor(int comparison, int ways) {
        return Math.multiplyExact(ways, Math.multiplyExact(comparison, comparison + 1));
    }
}
