package org.tamga.station.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.election.voter.EnrolledFinger;
import org.tamga.election.voter.PersonName;
import org.tamga.election.voter.RegisterContent;
import org.tamga.election.voter.RegisterKind;
import org.tamga.election.voter.VoterRecord;
import org.tamga.election.voter.VoterStatus;
import org.tamga.election.voter.WipingBytes;
import org.tamga.matcher.BiometricBytes;
import org.tamga.matcher.FingerTemplate;
import org.tamga.matcher.GrayImage;
import org.tamga.matcher.Identification;
import org.tamga.matcher.Threshold;
import org.tamga.station.Samples;
import org.tamga.station.store.RegisterStore;

@DisplayName("The gallery of the stored register")
class GalleryLoaderTest {
    @TempDir Path folder;

    @Test
    void finds_a_voter_by_the_finger_that_was_stored_and_names_fingers_it_cannot_use() {
        FingerTemplate right = FingerTemplate.extract(whorl(3));
        FingerTemplate left = FingerTemplate.extract(whorl(8));
        try (RegisterStore register =
                RegisterStore.create(
                        folder.resolve("register.db"),
                        Samples.key(3),
                        Samples.ELECTION,
                        Samples.STATION,
                        Samples.OPERATOR)) {
            register.apply(
                    content(
                            List.of(
                                    voter(1, bytes(right), bytes(left)),
                                    voter(2, WipingBytes.copyOf(new byte[] {1, 2}), bytes(left)))));
            GalleryLoader.Loaded loaded = GalleryLoader.load(register);
            assertEquals(3, loaded.templates());
            assertEquals(1, loaded.unusable().size());
            assertEquals(Samples.voterId(2), loaded.unusable().getFirst().voter());
            assertEquals(2, loaded.unusable().getFirst().position());
            Identification.Identified found =
                    assertInstanceOf(
                            Identification.Identified.class,
                            loaded.gallery().identify(right, Threshold.identification(1000, 3)));
            assertEquals(Samples.voterId(1).value(), found.subject());
        }
    }

    private static WipingBytes bytes(FingerTemplate template) {
        try (BiometricBytes bytes = template.toBytes()) {
            return WipingBytes.owning(bytes.toByteArray());
        }
    }

    private static VoterRecord voter(int number, WipingBytes right, WipingBytes left) {
        return new VoterRecord(
                Samples.voterId(number),
                Samples.pin(number),
                new PersonName("Асанова", "Айгүл", ""),
                LocalDate.of(1980, 1, 1),
                "bs-1",
                VoterStatus.ELIGIBLE,
                number,
                List.of(new EnrolledFinger(2, right), new EnrolledFinger(7, left)),
                WipingBytes.copyOf(new byte[0]));
    }

    private static RegisterContent content(List<VoterRecord> voters) {
        return new RegisterContent(
                Samples.ELECTION,
                Samples.STATION,
                RegisterKind.SNAPSHOT,
                0,
                1,
                Samples.MORNING,
                Samples.SALT,
                voters,
                List.of(),
                List.of());
    }

    /** Ridges around a centre with waves in them: enough minutiae to be found again. */
    private static GrayImage whorl(int seed) {
        int size = 320;
        byte[] pixels = new byte[size * size];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                double dx = x - 160 - seed;
                double dy = (y - 150) * 0.8;
                double wave =
                        6 * Math.sin(x * 0.05 * seed) * Math.cos(y * 0.031 * seed)
                                + Math.atan2(dy, dx) * (seed % 5 + 1) * 1.4;
                double phase = Math.hypot(dx, dy) * 2 * Math.PI / 9 + wave;
                pixels[y * size + x] = (byte) (128 + 100 * Math.sin(phase));
            }
        }
        return new GrayImage(size, size, 500, pixels);
    }
}
