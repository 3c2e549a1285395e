package org.tamga.election.voter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tamga.election.voter.RegisterOpening.Accepted;
import org.tamga.election.voter.RegisterOpening.Refused;
import org.tamga.election.wire.Ed25519Signer;

class RegisterFilesTest {
    private final RegisterSamples samples = new RegisterSamples();

    private void assertRefused(RegisterRefusal reason, RegisterOpening opening) {
        assertEquals(reason, assertInstanceOf(Refused.class, opening).reason());
    }

    @Test
    void a_snapshot_is_read_back_by_its_terminal() {
        RegisterContent content = samples.snapshot(5, 1);
        byte[] file = samples.seal(content);
        assertEquals(content, assertInstanceOf(Accepted.class, samples.open(file, 0)).content());
    }

    @Test
    void an_empty_snapshot_is_possible() {
        RegisterContent content = samples.snapshot(0, 1);
        assertEquals(
                content,
                assertInstanceOf(Accepted.class, samples.open(samples.seal(content), 0)).content());
    }

    @Test
    void a_register_of_several_chunks_is_read_back() {
        RegisterContent content = samples.withPhotos(40, 100_000);
        byte[] file = samples.seal(content);
        assertEquals(content, assertInstanceOf(Accepted.class, samples.open(file, 0)).content());
    }

    @Test
    void chunks_exchanged_or_left_out_are_noticed() {
        byte[] file = samples.seal(samples.withPhotos(40, 100_000));
        byte[] cut = java.util.Arrays.copyOf(file, file.length - 1);
        assertRefused(RegisterRefusal.DAMAGED, samples.open(cut, 0));
    }

    @Test
    void nothing_of_a_person_is_readable_in_the_file() {
        byte[] file = samples.seal(samples.snapshot(3, 1));
        String text = new String(file, StandardCharsets.UTF_8);
        assertFalse(text.contains("Осмонов"));
        assertTrue(text.contains("\"stationId\":\"0101\""), "the header is clear");
        assertFalse(text.contains(samples.pin(0).digits()));
    }

    @Test
    void a_delta_follows_exactly_the_version_it_was_made_for() {
        byte[] delta = samples.seal(samples.delta(3, 4));
        assertInstanceOf(Accepted.class, samples.open(delta, 3));
        assertRefused(RegisterRefusal.VERSION_GAP, samples.open(delta, 2));
        assertRefused(RegisterRefusal.VERSION_GAP, samples.open(delta, 4));
        assertRefused(RegisterRefusal.VERSION_GAP, samples.open(delta, 0));
    }

    @Test
    void a_snapshot_never_leads_back() {
        byte[] file = samples.seal(samples.snapshot(1, 3));
        assertInstanceOf(Accepted.class, samples.open(file, 2));
        assertRefused(RegisterRefusal.VERSION_GAP, samples.open(file, 3));
        assertRefused(RegisterRefusal.VERSION_GAP, samples.open(file, 4));
    }

    @Test
    void a_file_for_another_station_election_terminal_or_centre_is_refused() {
        byte[] file = samples.seal(samples.snapshot(1, 1));
        RegisterSamples other = new RegisterSamples();
        byte[] central = samples.central.publicKey();
        assertRefused(
                RegisterRefusal.WRONG_STATION_OR_ELECTION,
                RegisterFiles.open(
                        file, samples.secret, samples.raw, central, "ky-2026", "0102", 0));
        assertRefused(
                RegisterRefusal.WRONG_STATION_OR_ELECTION,
                RegisterFiles.open(
                        file, samples.secret, samples.raw, central, "kz-2026", "0101", 0));
        assertRefused(
                RegisterRefusal.NOT_FOR_THIS_TERMINAL,
                RegisterFiles.open(file, other.secret, other.raw, central, "ky-2026", "0101", 0));
        assertRefused(
                RegisterRefusal.NOT_FOR_THIS_TERMINAL,
                RegisterFiles.open(file, other.secret, samples.raw, central, "ky-2026", "0101", 0));
        byte[] anotherCentre = Ed25519Signer.generate().publicKey();
        assertRefused(
                RegisterRefusal.BAD_SIGNATURE,
                RegisterFiles.open(
                        file, samples.secret, samples.raw, anotherCentre, "ky-2026", "0101", 0));
    }

    @Test
    void what_is_no_register_file_is_refused() {
        assertRefused(RegisterRefusal.DAMAGED, samples.open(new byte[0], 0));
        assertRefused(
                RegisterRefusal.DAMAGED,
                samples.open("TAMGAREG1\n".getBytes(StandardCharsets.US_ASCII), 0));
        assertRefused(RegisterRefusal.DAMAGED, samples.open(new byte[10_000], 0));
    }

    @Test
    void closing_a_register_wipes_templates_and_photos() {
        RegisterContent content = samples.snapshot(2, 1);
        List<WipingBytes> secrets =
                content.upserts().stream()
                        .flatMap(voter -> voter.fingers().stream().map(EnrolledFinger::template))
                        .toList();
        content.close();
        assertTrue(secrets.stream().allMatch(WipingBytes::isClosed));
        assertTrue(content.upserts().stream().allMatch(voter -> voter.photo().isClosed()));
    }

    @Test
    void wiping_bytes_overwrite_the_array_they_own() {
        byte[] array = {1, 2, 3};
        WipingBytes bytes = WipingBytes.owning(array);
        assertEquals("WipingBytes[3]", bytes.toString());
        bytes.close();
        assertArrayEquals(new byte[3], array);
        org.junit.jupiter.api.Assertions.assertThrows(IllegalStateException.class, bytes::copy);
    }

    @Test
    void a_person_is_found_in_the_directory_by_the_salted_hash_of_the_number() {
        String salt = samples.snapshot(0, 1).salt();
        String hash = DirectoryEntry.hashOf(salt, samples.pin(1));
        assertEquals(hash, DirectoryEntry.hashOf(salt, samples.pin(1)));
        assertFalse(hash.equals(DirectoryEntry.hashOf(salt, samples.pin(2))));
    }
}
