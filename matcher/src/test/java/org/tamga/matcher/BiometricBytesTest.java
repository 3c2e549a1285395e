package org.tamga.matcher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class BiometricBytesTest {
    @Test
    void closingOverwritesTheOnlyCopy() {
        byte[] content = {1, 2, 3};
        BiometricBytes bytes = BiometricBytes.owning(content);
        bytes.close();
        assertArrayEquals(new byte[3], content);
        assertThrows(IllegalStateException.class, bytes::toByteArray);
    }

    @Test
    void textShowsOnlyTheLength() {
        try (BiometricBytes bytes = BiometricBytes.copyOf(new byte[] {65, 66})) {
            assertEquals("BiometricBytes[2]", bytes.toString());
        }
    }

    @Test
    void equalContentIsEqual() {
        assertEquals(BiometricBytes.copyOf(new byte[] {1}), BiometricBytes.copyOf(new byte[] {1}));
    }

    @Test
    void aClosedImageIsBlackAndItsTextHasNoPixels() {
        GrayImage image = new GrayImage(1, 2, 500, new byte[] {7, 9});
        image.close();
        assertArrayEquals(new byte[2], image.pixels());
        assertEquals("GrayImage[1×2, 500.0 dpi]", image.toString());
    }
}
