package org.tamga.devices.document.mrz;

/**
 * The check digit of ICAO Doc 9303-3, clause 4.9: weights 7, 3, 1, modulus 10. It is blind for
 * characters whose values differ by ten or twenty, among them 6 and G, K and the filler.
 */
public final class CheckDigits {
    private static final int[] WEIGHTS = {7, 3, 1};

    private CheckDigits() {}

    /**
     * @param text digits, capitals A–Z and the filler only
     */
    public static char of(CharSequence text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum += WEIGHTS[i % 3] * value(text.charAt(i));
        }
        return (char) ('0' + sum % 10);
    }

    private static int value(char c) {
        if (c == Zone.FILLER) {
            return 0;
        }
        return c <= '9' ? c - '0' : c - 'A' + 10;
    }
}
