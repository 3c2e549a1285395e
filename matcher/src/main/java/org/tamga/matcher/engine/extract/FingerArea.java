package org.tamga.matcher.engine.extract;

import java.util.Arrays;

/**
 * The part of an image that holds the finger: the rectangle around all blocks whose grey varies at
 * all. Cheaper than any later step, and empty background then costs nothing.
 *
 * @param left of the rectangle in the image
 * @param top of the rectangle
 * @param pixels of the rectangle, row-major
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record FingerArea(int left, int top, int width, int height, byte[] pixels) {
    private static final int BLOCK = 16;
    private static final int STEP = 2;
    private static final int MARGIN = 24;

    /** Half the least deviation that {@link Segmentation} takes for a finger. */
    private static final double MIN_VARIANCE = 4;

    /** A copy of the rectangle; the least one when nothing varies. */
    static FingerArea of(int width, int height, byte[] pixels) {
        int left = width;
        int right = 0;
        int top = height;
        int bottom = 0;
        for (int y = 0; y < height; y += BLOCK) {
            for (int x = 0; x < width; x += BLOCK) {
                if (varies(width, height, pixels, x, y)) {
                    left = Math.min(left, x);
                    right = Math.max(right, x + BLOCK);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y + BLOCK);
                }
            }
        }
        left = Math.max(0, Math.min(left, right) - MARGIN);
        top = Math.max(0, Math.min(top, bottom) - MARGIN);
        right = Math.min(width, right + MARGIN);
        bottom = Math.min(height, bottom + MARGIN);
        byte[] inside = new byte[(right - left) * (bottom - top)];
        for (int y = top; y < bottom; y++) {
            System.arraycopy(
                    pixels, y * width + left, inside, (y - top) * (right - left), right - left);
        }
        return new FingerArea(left, top, right - left, bottom - top, inside);
    }

    private static boolean varies(int width, int height, byte[] pixels, int left, int top) {
        int sum = 0;
        int squares = 0;
        int count = 0;
        for (int y = top; y < Math.min(height, top + BLOCK); y += STEP) {
            for (int x = left; x < Math.min(width, left + BLOCK); x += STEP) {
                int value = pixels[y * width + x] & 0xff;
                sum += value;
                squares += value * value;
                count++;
            }
        }
        double mean = (double) sum / count;
        return (double) squares / count - mean * mean >= MIN_VARIANCE;
    }

    void wipe() {
        Arrays.fill(pixels, (byte) 0);
    }
}
