package org.tamga.matcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.tamga.matcher.RawLayout.Depth;
import org.tamga.matcher.RawLayout.Polarity;

class RawImagesTest {
    private static final RawLayout EIGHT =
            new RawLayout(20, 30, 500, Depth.EIGHT, Polarity.RIDGES_DARK);

    @Test
    void eightBitsAreTakenAsTheyAre() {
        byte[] bytes = new byte[600];
        bytes[3 * 20 + 7] = (byte) 200;
        GrayImage image = read(bytes, EIGHT);
        assertEquals(200, image.at(7, 3));
        assertEquals(0, image.at(3, 7));
    }

    @Test
    void lightRidgesAreTurnedDark() {
        byte[] bytes = new byte[600];
        bytes[0] = (byte) 200;
        GrayImage image =
                read(bytes, new RawLayout(20, 30, 500, Depth.EIGHT, Polarity.RIDGES_LIGHT));
        assertEquals(55, image.at(0, 0));
        assertEquals(255, image.at(1, 0));
    }

    @Test
    void fourBitsAreSpreadOverTheWholeRange() {
        byte[] bytes = new byte[9 * 16];
        bytes[9] = (byte) 0x0f;
        bytes[10] = (byte) 0xa1;
        GrayImage image = read(bytes, new RawLayout(17, 16, 500, Depth.FOUR, Polarity.RIDGES_DARK));
        assertEquals(0, image.at(0, 1));
        assertEquals(255, image.at(1, 1));
        assertEquals(170, image.at(2, 1));
        assertEquals(17, image.at(3, 1));
    }

    @Test
    void aBufferOfAnotherSizeIsRefused() {
        assertEquals("IM-06", refused(new byte[599], EIGHT));
        assertEquals("IM-06", refused(new byte[601], EIGHT));
        assertEquals("IM-02", refused(new byte[0], EIGHT));
    }

    @Test
    void impossibleSizesAreRefusedBeforeAnythingIsAllocated() {
        for (int side : new int[] {20_000, Integer.MAX_VALUE}) {
            assertEquals(
                    "IM-04",
                    refused(
                            new byte[10],
                            new RawLayout(side, side, 500, Depth.FOUR, Polarity.RIDGES_DARK)));
        }
        assertEquals(
                "IM-05",
                refused(new byte[10], new RawLayout(-5, 3, 500, Depth.FOUR, Polarity.RIDGES_DARK)));
        assertEquals(
                "IM-04",
                refused(
                        new byte[600],
                        new RawLayout(20, 30, Double.NaN, Depth.EIGHT, Polarity.RIDGES_DARK)));
    }

    private static GrayImage read(byte[] bytes, RawLayout layout) {
        return assertInstanceOf(ImageReading.Read.class, ImageFiles.read(bytes, layout)).image();
    }

    private static String refused(byte[] bytes, RawLayout layout) {
        return assertInstanceOf(ImageReading.Unreadable.class, ImageFiles.read(bytes, layout))
                .code();
    }
}
