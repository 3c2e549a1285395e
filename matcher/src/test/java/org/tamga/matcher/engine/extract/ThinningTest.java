package org.tamga.matcher.engine.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ThinningTest {
    private static final Grid GRID = new Grid(60, 30);

    @Test
    void aBarBecomesALineWithTwoEndings() {
        Skeleton skeleton = bar();
        Thinning.thin(skeleton);
        int[] line = skeleton.pixels();
        assertEquals(2, Arrays.stream(line).filter(skeleton::isEnding).count());
        assertTrue(line.length >= 30 && line.length <= 40, "length " + line.length);
        int first = Arrays.stream(line).filter(skeleton::isEnding).findFirst().orElseThrow();
        Skeleton.Path path = skeleton.walk(first, 100);
        assertEquals(Skeleton.End.ENDING, path.end());
        assertEquals(line.length, path.length());
    }

    @Test
    void aShortFragmentIsRemovedAndALongOneStays() {
        Skeleton skeleton = bar();
        skeleton.set(5, 25);
        skeleton.set(6, 25);
        Thinning.thin(skeleton);
        SkeletonCleaning.clean(skeleton);
        assertTrue(Arrays.stream(skeleton.pixels()).allMatch(pixel -> skeleton.y(pixel) < 20));
        assertTrue(skeleton.pixels().length >= 30);
    }

    @Test
    void facingEndingsAreJoined() {
        Skeleton skeleton = new Skeleton(new boolean[GRID.pixels()], GRID);
        for (int x = 2; x < 58; x++) {
            if (x < 27 || x > 32) {
                skeleton.set(x, 10);
            }
        }
        SkeletonCleaning.clean(skeleton);
        assertEquals(2, Arrays.stream(skeleton.pixels()).filter(skeleton::isEnding).count());
        assertTrue(skeleton.isSet(10 * 60 + 30));
    }

    private static Skeleton bar() {
        boolean[] set = new boolean[GRID.pixels()];
        for (int y = 8; y < 15; y++) {
            Arrays.fill(set, y * 60 + 10, y * 60 + 50, true);
        }
        return new Skeleton(set, GRID);
    }
}
