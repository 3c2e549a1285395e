package org.tamga.devices.simulator.people;

/**
 * Henry class of a fingerprint, with the share of index fingers of the population that has it
 * (Wilson et al., NIST 1993).
 */
public enum FingerPattern {
    ARCH(0.037),
    TENTED_ARCH(0.029),
    LEFT_LOOP(0.338),
    RIGHT_LOOP(0.317),
    WHORL(0.209),
    DOUBLE_LOOP(0.070);

    private final double share;

    FingerPattern(double share) {
        this.share = share;
    }

    /** Share of fingers with this pattern; the shares sum to 1. */
    public double share() {
        return share;
    }

    static FingerPattern draw(Dice dice) {
        double left = dice.unit();
        for (FingerPattern pattern : values()) {
            left -= pattern.share;
            if (left < 0) {
                return pattern;
            }
        }
        return LEFT_LOOP;
    }
}
