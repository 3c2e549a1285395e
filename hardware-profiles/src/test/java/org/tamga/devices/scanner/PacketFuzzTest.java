package org.tamga.devices.scanner;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tamga.devices.link.ByteLink;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.DeviceFault;

@DisplayName("Packets of serial sensors")
class PacketFuzzTest {
    private static final int BROKEN = 100_000;
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Random random = new Random(77);

    /** Gives what it was made of, then is pulled out. */
    private static Wire wire(byte[] bytes) {
        return new Wire(
                new ByteLink() {
                    private int given;

                    @Override
                    public void write(byte[] sent) {
                        // Nobody listens.
                    }

                    @Override
                    public int read(byte[] buffer, Duration timeout) throws LinkException {
                        if (given == bytes.length) {
                            throw new LinkException(DeviceFault.UNPLUGGED, "nothing more comes");
                        }
                        int count = Math.min(buffer.length, bytes.length - given);
                        System.arraycopy(bytes, given, buffer, 0, count);
                        given += count;
                        return count;
                    }

                    @Override
                    public void close() {
                        // Nothing is open.
                    }
                });
    }

    /** Never what it was. */
    private byte[] broken(byte[] whole) {
        int at = random.nextInt(whole.length);
        return switch (random.nextInt(3)) {
            case 0 -> {
                byte[] changed = whole.clone();
                for (int i = at; i < Math.min(whole.length, at + 1 + random.nextInt(4)); i++) {
                    changed[i] ^= (byte) (1 + random.nextInt(255));
                }
                yield changed;
            }
            case 1 -> Arrays.copyOf(whole, at);
            default -> {
                // Bytes from elsewhere get in between.
                var longer = new ByteArrayOutputStream();
                longer.write(whole, 0, at);
                longer.write(~whole[at]);
                longer.write(whole, at, whole.length - at);
                yield longer.toByteArray();
            }
        };
    }

    @Test
    void of_the_zfm_family_survive_a_hundred_thousand_breakages() {
        int refused = 0;
        for (int i = 0; i < BROKEN; i++) {
            byte[] payload = new byte[random.nextInt(257)];
            random.nextBytes(payload);
            var packets = new ZfmPackets(wire(broken(ZfmPackets.encode(ZfmPackets.DATA, payload))));
            try {
                var packet = packets.receive(System.nanoTime() + LONG.toNanos());
                assertTrue(packet.payload().length <= 256);
            } catch (LinkException e) {
                refused++;
            }
        }
        assertTrue(refused > BROKEN * 8 / 10, "only " + refused + " refused");
    }

    @Test
    void of_the_sfm_family_survive_a_hundred_thousand_breakages() {
        int refused = 0;
        for (int i = 0; i < BROKEN; i++) {
            int number = random.nextInt();
            var packet =
                    new SfmPackets.Packet(SfmPackets.SCAN_IMAGE, number, ~number, number & 0xFF);
            var packets = new SfmPackets(wire(broken(packet.encode())));
            try {
                var unused = packets.receive(SfmPackets.SCAN_IMAGE, LONG);
            } catch (LinkException e) {
                refused++;
            }
        }
        assertTrue(refused > BROKEN * 8 / 10, "only " + refused + " refused");
    }
}
