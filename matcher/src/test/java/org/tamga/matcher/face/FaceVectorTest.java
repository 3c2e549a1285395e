package org.tamga.matcher.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tamga.matcher.face.model.ModelCatalogue;
import org.tamga.matcher.face.model.PinnedModel;

@DisplayName("A face vector")
class FaceVectorTest {
    static final PinnedModel MODEL =
            ModelCatalogue.shipped().named("face_reid_retail_0095").orElseThrow();
    private static final PinnedModel OTHER =
            ModelCatalogue.shipped().named("mobileface_v2").orElseThrow();

    static FaceVector random(PinnedModel model, long seed) {
        Random random = new Random(seed);
        float[] numbers = new float[model.dimension()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return FaceVector.of(model, numbers).orElseThrow();
    }

    @Test
    @DisplayName("has unit length, whatever the network's answer")
    void unit() {
        float[] numbers = new float[256];
        Arrays.fill(numbers, 1000);
        FaceVector vector = FaceVector.of(MODEL, numbers).orElseThrow();
        assertEquals(1, vector.cosine(vector), 1e-6);
        assertEquals(1 / 16f, vector.numbers()[0], 1e-6);
    }

    @Test
    @DisplayName("is not made of nothing, of too few numbers, or of numbers that are none")
    void refused() {
        float[] numbers = new float[256];
        assertTrue(FaceVector.of(MODEL, numbers).isEmpty());
        numbers[3] = Float.NaN;
        assertTrue(FaceVector.of(MODEL, numbers).isEmpty());
        numbers[3] = Float.POSITIVE_INFINITY;
        assertTrue(FaceVector.of(MODEL, numbers).isEmpty());
        assertTrue(FaceVector.of(MODEL, new float[] {1, 2}).isEmpty());
    }

    @Test
    @DisplayName("is never compared with another network's")
    void other_network() {
        assertThrows(
                IllegalArgumentException.class, () -> random(MODEL, 1).cosine(random(OTHER, 1)));
    }

    @Test
    @DisplayName("wipes itself and shows no number")
    void wipes() {
        FaceVector vector = random(MODEL, 7);
        float[] numbers = vector.numbers();
        assertEquals("FaceVector[face_reid_retail_0095, 256]", vector.toString());
        vector.close();
        assertFalse(anyNonZero(numbers));
        assertThrows(IllegalStateException.class, vector::toBytes);
    }

    @Property(tries = 50)
    void comes_back_from_its_bytes(@ForAll long seed) {
        byte[] bytes = random(MODEL, seed).toBytes().toByteArray();
        FaceVector back = FaceVector.parse(bytes).orElseThrow();
        assertEquals(1, back.cosine(random(MODEL, seed)), 1e-6);
        assertEquals(MODEL, back.model());
    }

    @Property(tries = 500)
    void is_not_read_from_changed_bytes(
            @ForAll @IntRange(max = 1067) int at,
            @ForAll @IntRange(min = 1, max = 255) int change) {
        byte[] bytes = random(MODEL, 5).toBytes().toByteArray();
        bytes[at] ^= (byte) change;
        assertTrue(FaceVector.parse(bytes).isEmpty());
    }

    @Property(tries = 2000)
    void is_not_read_from_anything_else(@ForAll @Size(max = 80) byte[] bytes) {
        assertTrue(FaceVector.parse(bytes).isEmpty());
    }

    @Test
    @DisplayName("is not read from a part of its bytes")
    void truncated() {
        byte[] bytes = random(MODEL, 5).toBytes().toByteArray();
        assertEquals(1068, bytes.length);
        for (int length = 0; length < bytes.length; length++) {
            assertTrue(FaceVector.parse(Arrays.copyOf(bytes, length)).isEmpty());
        }
        assertTrue(FaceVector.parse(Arrays.copyOf(bytes, bytes.length + 1)).isEmpty());
    }

    private static boolean anyNonZero(float[] numbers) {
        for (float number : numbers) {
            if (number != 0) {
                return true;
            }
        }
        return false;
    }
}
