package org.tamga.matcher.face.portrait;

/**
 * How little an image changes when it is blurred once more (Crete, Dolmiere, Ladret and Nicolas
 * 2007): independent of what it shows, within reason.
 */
final class Blur {
    private static final int REACH = 4;

    private Blur() {}

    /** 0 sharp – 1, the worse direction. */
    static double of(FacePatch patch) {
        return Math.max(along(patch, 1, 0), along(patch, 0, 1));
    }

    private static double along(FacePatch patch, int dx, int dy) {
        double changes = 0;
        double kept = 0;
        for (int y = (REACH + 1) * dy; y < patch.height() - REACH * dy; y++) {
            for (int x = (REACH + 1) * dx; x < patch.width() - REACH * dx; x++) {
                int change = Math.abs(patch.at(x, y) - patch.at(x - dx, y - dy));
                double blurred =
                        Math.abs(
                                        patch.at(x + REACH * dx, y + REACH * dy)
                                                - patch.at(
                                                        x - (REACH + 1) * dx, y - (REACH + 1) * dy))
                                / (2.0 * REACH + 1);
                changes += change;
                kept += Math.max(0, change - blurred);
            }
        }
        return changes == 0 ? 1 : (changes - kept) / changes;
    }
}
