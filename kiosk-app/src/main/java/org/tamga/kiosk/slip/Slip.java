package org.tamga.kiosk.slip;

import java.util.List;

/**
 * What one slip says, from top to bottom.
 *
 * @param name file name stem, for instance {@code 0042} or {@code zero}
 */
public record Slip(String name, List<Part> parts) {

    public Slip {
        parts = List.copyOf(parts);
    }

    /** One block of a slip. */
    public sealed interface Part {}

    /** Centred, bold, large: what the slip is. */
    public record Title(String text) implements Part {}

    /** Centred and very large: a number that people call out. */
    public record Big(String text) implements Part {}

    /** Running text, wrapped at the paper's width. */
    public record Text(String text) implements Part {}

    /** Small print, wrapped. */
    public record Small(String text) implements Part {}

    /** A label at the left, its value bold at the right; the label wraps if both do not fit. */
    public record Pair(String label, String value) implements Part {}

    /** A warning or marking, white on black, for instance the one of a demonstration. */
    public record Banner(String text) implements Part {}

    /** A QR code that holds {@code content}, at most 1,000 characters. */
    public record Qr(String content) implements Part {}

    /** A thin line across. */
    public record Rule() implements Part {}

    /** A dotted line to sign on, with its label beneath. */
    public record SignatureLine(String label) implements Part {}
}
