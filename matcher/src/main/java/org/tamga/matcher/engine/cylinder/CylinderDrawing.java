package org.tamga.matcher.engine.cylinder;

import java.util.Arrays;
import org.tamga.matcher.engine.flat.Minutiae;

/**
 * Draws the neighbourhood of a minutia, seen in its own direction, into cells of place (8 × 8 of
 * 18.75 pixels, those within 75 pixels) and direction (5). Neighbours blur into the cells around
 * them; a cell that gets enough becomes a set bit. Reused from minutia to minutia.
 */
final class CylinderDrawing {
    private static final int SIDE = 8;
    private static final int DIRECTIONS = 5;
    private static final int PLACES = 51;
    private static final double RADIUS = 75;
    private static final double CELL = 2 * RADIUS / SIDE;
    private static final double BLUR = 9.33;
    private static final double REACH = 3 * BLUR;
    private static final double DIRECTION_BLUR = 0.69;
    private static final float ENOUGH = 0.2f;
    private static final int FAR = (int) ((RADIUS + REACH) * (RADIUS + REACH));
    private static final int NO_PLACE = -1;
    private static final int[] PLACE = places();
    private static final float[] BY_DISTANCE = new float[(int) (REACH * REACH) + 1];
    private static final int TURNS = 360;
    private static final float[] BY_TURN = new float[TURNS];

    static {
        for (int square = 0; square < BY_DISTANCE.length; square++) {
            BY_DISTANCE[square] = (float) Math.exp(-square / (2 * BLUR * BLUR));
        }
        for (int turn = 0; turn < TURNS; turn++) {
            double angle = Math.toRadians(Math.min(turn, TURNS - turn));
            BY_TURN[turn] =
                    (float) Math.exp(-angle * angle / (2 * DIRECTION_BLUR * DIRECTION_BLUR));
        }
    }

    private final float[] cells = new float[PLACES * DIRECTIONS];
    private final float[] directions = new float[DIRECTIONS];
    private final long[] bits = new long[CylinderCode.WORDS];

    /** The bits around one minutia; the array is used again by the next call. */
    long[] around(Minutiae minutiae, int m) {
        Arrays.fill(cells, 0);
        double cos = Math.cos(minutiae.direction(m));
        double sin = Math.sin(minutiae.direction(m));
        for (int n = 0; n < minutiae.count(); n++) {
            int dx = minutiae.x(n) - minutiae.x(m);
            int dy = minutiae.y(n) - minutiae.y(m);
            if (n != m && dx * dx + dy * dy <= FAR) {
                turns(minutiae.direction(n) - minutiae.direction(m));
                draw(dx * cos + dy * sin, dy * cos - dx * sin);
            }
        }
        Arrays.fill(bits, 0);
        for (int cell = 0; cell < cells.length; cell++) {
            if (cells[cell] > ENOUGH) {
                bits[cell / Long.SIZE] |= 1L << cell;
            }
        }
        return bits;
    }

    private void turns(double turn) {
        int degrees = (int) Math.round(Math.toDegrees(turn));
        for (int d = 0; d < DIRECTIONS; d++) {
            directions[d] = BY_TURN[Math.floorMod(degrees - d * TURNS / DIRECTIONS, TURNS)];
        }
    }

    private void draw(double x, double y) {
        int firstColumn = first(x);
        int lastColumn = last(x);
        int lastRow = last(y);
        for (int row = first(y); row <= lastRow; row++) {
            double offY = centre(row) - y;
            for (int column = firstColumn; column <= lastColumn; column++) {
                double offX = centre(column) - x;
                int square = (int) (offX * offX + offY * offY);
                int place = PLACE[row * SIDE + column];
                if (square < BY_DISTANCE.length && place != NO_PLACE) {
                    for (int d = 0; d < DIRECTIONS; d++) {
                        cells[place * DIRECTIONS + d] += BY_DISTANCE[square] * directions[d];
                    }
                }
            }
        }
    }

    private static int first(double at) {
        return Math.max(0, (int) Math.ceil((at - REACH + RADIUS) / CELL - 0.5));
    }

    private static int last(double at) {
        return Math.min(SIDE - 1, (int) Math.floor((at + REACH + RADIUS) / CELL - 0.5));
    }

    private static double centre(int index) {
        return (index + 0.5) * CELL - RADIUS;
    }

    /** Numbers the cells within the radius, as many as fit the words. */
    private static int[] places() {
        int[] places = new int[SIDE * SIDE];
        int next = 0;
        for (int i = 0; i < places.length; i++) {
            boolean inside = Math.hypot(centre(i % SIDE), centre(i / SIDE)) <= RADIUS;
            places[i] = inside && next < PLACES ? next++ : NO_PLACE;
        }
        return places;
    }
}
