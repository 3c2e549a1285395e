package org.tamga.matcher.command;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tamga.matcher.RawLayout;
import org.tamga.matcher.RawLayout.Depth;
import org.tamga.matcher.RawLayout.Polarity;

/** The layout of raw buffers as a command line says it. */
final class RawOption {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})[xX×](\\d{1,5})");

    private RawOption() {}

    static RawLayout layout(String size, int bits, double dpi, boolean lightRidges) {
        Matcher pixels = SIZE.matcher(size);
        if (!pixels.matches()) {
            throw new CommandFailure(
                    "--raw needs WIDTHxHEIGHT, such as 388x374, not " + size, "MC-01");
        }
        if (bits != 4 && bits != 8) {
            throw new CommandFailure("--bits must be 8 or 4, not " + bits, "MC-01");
        }
        return new RawLayout(
                Integer.parseInt(pixels.group(1)),
                Integer.parseInt(pixels.group(2)),
                dpi,
                bits == 4 ? Depth.FOUR : Depth.EIGHT,
                lightRidges ? Polarity.RIDGES_LIGHT : Polarity.RIDGES_DARK);
    }
}
