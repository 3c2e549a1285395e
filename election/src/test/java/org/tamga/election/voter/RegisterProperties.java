package org.tamga.election.voter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.tamga.election.voter.RegisterOpening.Accepted;
import org.tamga.election.voter.RegisterOpening.Refused;

class RegisterProperties {
    private static final RegisterSamples SAMPLES = new RegisterSamples();
    private static final byte[] FILE = SAMPLES.seal(SAMPLES.snapshot(3, 1));

    @Property(tries = 40)
    void a_register_of_any_size_is_read_back(
            @ForAll @IntRange(max = 30) int voters, @ForAll @IntRange(max = 5000) int photoBytes) {
        RegisterContent content = SAMPLES.withPhotos(voters, photoBytes);
        Accepted accepted =
                assertInstanceOf(Accepted.class, SAMPLES.open(SAMPLES.seal(content), 0));
        assertEquals(content, accepted.content());
    }

    @Property(tries = 2000)
    void any_flipped_bit_is_refused(@ForAll int place, @ForAll @IntRange(max = 7) int bit) {
        byte[] file = FILE.clone();
        file[Math.floorMod(place, file.length)] ^= (byte) (1 << bit);
        assertInstanceOf(Refused.class, SAMPLES.open(file, 0));
    }

    @Property(tries = 300)
    void a_cut_or_lengthened_file_is_refused(@ForAll int place) {
        byte[] cut = java.util.Arrays.copyOf(FILE, Math.floorMod(place, FILE.length));
        assertInstanceOf(Refused.class, SAMPLES.open(cut, 0));
        byte[] longer = java.util.Arrays.copyOf(FILE, FILE.length + 1 + Math.floorMod(place, 99));
        assertInstanceOf(Refused.class, SAMPLES.open(longer, 0));
    }
}
