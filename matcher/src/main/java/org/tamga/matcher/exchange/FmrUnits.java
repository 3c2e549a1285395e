package org.tamga.matcher.exchange;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tamga.matcher.FingerPosition;
import org.tamga.matcher.engine.flat.Minutiae;
import org.tamga.matcher.exchange.FmrView.FmrMinutia;

/**
 * Between the units of finger minutiae records and ours. Their angles run counter-clockwise, ours
 * clockwise; their resolution is in whole pixels per centimetre, our coordinates are at 500 dpi.
 */
enum FmrUnits {
    /** 256 steps a turn (ISO/IEC 19794-2:2005, 7.5.1.3). */
    ISO {
        @Override
        int angle(double degrees) {
            return (int) Math.round(degrees / 360 * 256) & 0xff;
        }

        @Override
        double degrees(int angle) {
            return angle * 360.0 / 256;
        }
    },

    /**
     * 180 steps a turn (ANSI INCITS 378-2004, 6.5.1.3): step n holds the angles above 2n − 2 and up
     * to 2n degrees, so its middle is 2n − 1.
     */
    ANSI {
        @Override
        int angle(double degrees) {
            return (int) Math.ceil(degrees / 2) % 180;
        }

        @Override
        double degrees(int angle) {
            return (2 * angle + 359) % 360;
        }
    };

    /** 500 dpi in whole pixels per centimetre. */
    static final int RESOLUTION = 197;

    private static final double DPI = 500;
    private static final double CM_PER_INCH = 2.54;
    private static final int ROUND_DPI = 50;

    private static final int MIN_RESOLUTION = 39;
    private static final int MAX_RESOLUTION = 788;
    private static final int MAX_SIDE = 10_000;

    abstract int angle(double degrees);

    abstract double degrees(int angle);

    /** What no image of a finger can be, in English and without values; empty when all is well. */
    static String wrong(FmrView view) {
        if (Math.min(view.resolutionX(), view.resolutionY()) < MIN_RESOLUTION
                || Math.max(view.resolutionX(), view.resolutionY()) > MAX_RESOLUTION) {
            return "resolution out of range";
        }
        int width = scaled(view.width(), view.resolutionX());
        int height = scaled(view.height(), view.resolutionY());
        if (Math.min(width, height) < 1 || Math.max(width, height) > MAX_SIDE) {
            return "size out of range";
        }
        return view.minutiae().stream().anyMatch(m -> m.x() > view.width() || m.y() > view.height())
                ? "minutia outside the image"
                : "";
    }

    /**
     * @param view with nothing {@link #wrong}
     */
    Minutiae read(FmrView view) {
        int count = view.minutiae().size();
        short[] x = new short[count];
        short[] y = new short[count];
        float[] directions = new float[count];
        byte[] types = new byte[count];
        for (int i = 0; i < count; i++) {
            FmrMinutia minutia = view.minutiae().get(i);
            x[i] = (short) scaled(minutia.x(), view.resolutionX());
            y[i] = (short) scaled(minutia.y(), view.resolutionY());
            directions[i] = (float) Math.toRadians(turned(degrees(minutia.angle())));
            types[i] = (byte) (minutia.bifurcation() ? 'B' : 'E');
        }
        return new Minutiae(
                        scaled(view.width(), view.resolutionX()),
                        scaled(view.height(), view.resolutionY()),
                        x,
                        y,
                        directions,
                        types)
                .ordered();
    }

    FmrView write(FingerPosition position, int view, Minutiae from) {
        List<FmrMinutia> minutiae =
                IntStream.range(0, from.count())
                        .mapToObj(
                                i ->
                                        new FmrMinutia(
                                                Math.min(from.x(i), from.width() - 1),
                                                Math.min(from.y(i), from.height() - 1),
                                                angle(turned(Math.toDegrees(from.direction(i)))),
                                                from.type(i) == 'B'))
                        .toList();
        return new FmrView(
                Optional.of(position),
                view,
                from.width(),
                from.height(),
                RESOLUTION,
                RESOLUTION,
                minutiae);
    }

    /**
     * Pixels per inch. 197 per centimetre are 500.4 an inch to the letter and 500 in every scanner:
     * where a multiple of 50 dpi rounds to the file's number, it is meant.
     */
    static double dpi(int resolution) {
        double exact = resolution * CM_PER_INCH;
        double round = (double) Math.round(exact / ROUND_DPI) * ROUND_DPI;
        return Math.round(round / CM_PER_INCH) == resolution ? round : exact;
    }

    private static int scaled(int pixels, int resolution) {
        return (int) Math.round(pixels * DPI / dpi(resolution));
    }

    private static double turned(double degrees) {
        return degrees > 0 ? 360 - degrees : 0;
    }
}
