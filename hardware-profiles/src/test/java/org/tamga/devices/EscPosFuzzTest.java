package org.tamga.devices;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.simulator.EscPosEmulator;

@Label("The ESC/POS emulator")
class EscPosFuzzTest {
    /** Streams rich in command bytes; cuts are left out so that no files are written. */
    @Provide
    Arbitrary<byte[]> streams() {
        Arbitrary<Byte> command =
                Arbitraries.of(
                        (byte) 0x1B,
                        (byte) 0x1D,
                        (byte) 0x10,
                        (byte) 'v',
                        (byte) '0',
                        (byte) '@',
                        (byte) 'd',
                        (byte) 'J',
                        (byte) 4,
                        (byte) 20,
                        (byte) 0x0A,
                        (byte) 'r',
                        (byte) 1);
        Arbitrary<Byte> any = Arbitraries.bytes().filter(b -> b != 'V');
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(2, command), net.jqwik.api.Tuple.of(1, any))
                .array(byte[].class)
                .ofMaxSize(400);
    }

    @Property(tries = 5_000)
    @Label("takes any bytes without failing and answers at most one byte for each three received")
    void survives(@ForAll("streams") byte[] stream) throws LinkException {
        EscPosEmulator emulator = new EscPosEmulator(64, Path.of("unused"));
        byte[] answer = emulator.receive(stream);
        assertTrue(answer.length <= stream.length / 3, () -> "answers " + answer.length);
    }
}
