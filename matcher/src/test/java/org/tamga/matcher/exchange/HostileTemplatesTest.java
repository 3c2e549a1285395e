package org.tamga.matcher.exchange;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tamga.matcher.DrawnFinger;
import org.tamga.matcher.FingerImpression;
import org.tamga.matcher.FingerPosition;

/** Mutated files of every format: a typed answer, nothing thrown, memory bounded. */
class HostileTemplatesTest {
    private static final int MUTATIONS = Integer.getInteger("tamga.fuzz.templates", 4000);
    private static final long MAX_ALLOCATION = 16 << 20;

    @ParameterizedTest
    @EnumSource
    void anyMutationGetsATypedAnswer(ExchangeFormat format) {
        var impression =
                new FingerImpression(FingerPosition.RIGHT_RING, new DrawnFinger(5).template(0));
        List<FingerImpression> impressions =
                format == ExchangeFormat.NATIVE
                        ? List.of(impression)
                        : List.of(impression, impression);
        byte[] sound = TemplateExchangeTest.exported(impressions, format);
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Random random = new Random(format.name().length());
        int imported = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutated = mutate(sound, random);
            long before = thread.getCurrentThreadAllocatedBytes();
            if (TemplateExchangeTest.read(mutated) instanceof TemplateImport.Imported) {
                imported++;
            }
            long allocated = thread.getCurrentThreadAllocatedBytes() - before;
            assertTrue(allocated < MAX_ALLOCATION, i + ": " + allocated + " bytes");
        }
        assertTrue(imported < MUTATIONS, "some mutations should be noticed");
    }

    private static byte[] mutate(byte[] sound, Random random) {
        byte[] bytes = sound.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            // Headers decide most: half of the changes go there.
            int reach = random.nextBoolean() ? Math.min(64, bytes.length) : bytes.length;
            if (reach == 0) {
                return bytes;
            }
            int at = random.nextInt(reach);
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt();
                case 2 -> bytes[at] = (byte) (random.nextBoolean() ? 0xff : 0);
                case 3 -> bytes = Arrays.copyOf(bytes, at);
                case 4 -> bytes = Arrays.copyOf(bytes, bytes.length + random.nextInt(300));
                default ->
                        Arrays.fill(
                                bytes,
                                at,
                                Math.min(bytes.length, at + 4),
                                (byte) (random.nextBoolean() ? 0xff : 0x7f));
            }
        }
        return bytes;
    }
}
