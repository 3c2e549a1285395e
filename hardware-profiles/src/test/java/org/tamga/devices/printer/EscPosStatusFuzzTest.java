package org.tamga.devices.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tamga.devices.link.ByteLink;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.PrinterStatus;

@DisplayName("A receipt printer's status bytes")
class EscPosStatusFuzzTest {
    /** Answers each question with a few bytes of anything, then goes away or keeps silent. */
    private static final class Prattle implements ByteLink {
        private final Random random;
        private int left;

        Prattle(Random random) {
            this.random = random;
        }

        @Override
        public void write(byte[] bytes) throws LinkException {
            if (random.nextInt(20) == 0) {
                throw new LinkException(DeviceFault.UNPLUGGED, "went away");
            }
            left = 200;
        }

        @Override
        public int read(byte[] buffer, Duration timeout) throws LinkException {
            boolean stray = timeout.toNanos() == 1;
            if (stray && random.nextBoolean()) {
                return 0;
            }
            left--;
            if (left < 0) {
                throw new LinkException(DeviceFault.UNPLUGGED, "went away");
            }
            random.nextBytes(buffer);
            return 1;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    @Test
    void of_any_kind_end_in_a_status_or_an_unplugged_cable() {
        Random random = new Random(9);
        int ready = 0;
        int faults = 0;
        for (int i = 0; i < 100_000; i++) {
            try {
                switch (new EscPosStatus(new Prattle(random)).ask()) {
                    case PrinterStatus.Ready _ -> ready++;
                    case PrinterStatus.NotReady _ -> faults++;
                }
            } catch (LinkException e) {
                assertEquals(DeviceFault.UNPLUGGED, e.fault());
            }
        }
        int[] okay = {ready, faults};
        assertTrue(
                ready > 10 && faults > 1_000,
                () -> "both must come up: %d, %d".formatted(okay[0], okay[1]));
    }

    @Test
    void without_end_are_given_up() {
        ByteLink endless =
                new ByteLink() {
                    @Override
                    public void write(byte[] bytes) {
                        // Takes all.
                    }

                    @Override
                    public int read(byte[] buffer, Duration timeout) {
                        return buffer.length;
                    }

                    @Override
                    public void close() {
                        // Nothing is held.
                    }
                };
        LinkException e =
                org.junit.jupiter.api.Assertions.assertThrows(
                        LinkException.class, () -> new EscPosStatus(endless).ask());
        assertEquals(DeviceFault.PROTOCOL_ERROR, e.fault());
    }
}
