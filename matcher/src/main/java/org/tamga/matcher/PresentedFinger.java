package org.tamga.matcher;

/**
 * One of several fingers presented together.
 *
 * @param position ISO/IEC 19794 position 1–10, compared with enrolled fingers of that position
 *     only; 0 unknown, compared with all
 * @param probe the finger itself
 */
public record PresentedFinger(int position, Probe probe) {
    public PresentedFinger {
        FingerGallery.checkPosition(position);
    }
}
