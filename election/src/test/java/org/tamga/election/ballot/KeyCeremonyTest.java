package org.tamga.election.ballot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tamga.election.ballot.EveryValue.Changed;

class KeyCeremonyTest {
    private static final SampleElection ELECTION = SampleElection.create(3, 2);

    @Test
    @DisplayName("Keys of a whole ceremony pass the check; any changed value fails it")
    void everyChangedValueIsFound() {
        assertEquals(List.of(), KeyCeremony.check(ELECTION.keys(), ELECTION.manifest()));
        for (Changed changed : EveryValue.changed(ELECTION.keys())) {
            BallotKeys keys = EveryValue.read(changed.json(), BallotKeys.class);
            assertTrue(
                    keys == null || !KeyCeremony.check(keys, ELECTION.manifest()).isEmpty(),
                    changed::where);
        }
    }

    @Test
    @DisplayName("Keys are bound to the manifest")
    void boundToTheManifest() {
        Manifest other =
                new Manifest(
                        "e-2", ELECTION.manifest().contests(), ELECTION.manifest().ballotStyles());
        assertEquals(
                ProblemCode.KEY_HASH, KeyCeremony.check(ELECTION.keys(), other).getFirst().code());
    }

    @Test
    @DisplayName("A guardian refuses a changed share, another's share and one against commitments")
    void sharesAreChecked() {
        Guardian sender = ELECTION.guardians().get(0);
        Guardian receiver = ELECTION.guardians().get(1);
        Guardian third = ELECTION.guardians().get(2);
        EncryptedShare share = sender.shareFor(receiver.publicKey(), SampleElection.RANDOM);
        for (Changed changed : EveryValue.changed(share)) {
            EncryptedShare wrong = EveryValue.read(changed.json(), EncryptedShare.class);
            if (wrong != null) {
                assertInstanceOf(
                        ShareReceipt.Refused.class,
                        receiver.receive(sender.publicKey(), wrong),
                        changed::where);
            }
        }
        assertInstanceOf(ShareReceipt.Refused.class, third.receive(sender.publicKey(), share));
        Guardian impostor = Guardian.create(1, 3, 2, SampleElection.RANDOM);
        EncryptedShare foreign = impostor.shareFor(receiver.publicKey(), SampleElection.RANDOM);
        ShareReceipt receipt = receiver.receive(sender.publicKey(), foreign);
        assertEquals(
                ProblemCode.SHARE_WRONG,
                assertInstanceOf(ShareReceipt.Refused.class, receipt).problem().code());
    }

    @Test
    @DisplayName("A guardian continues from its sealed state and shows no secret as text")
    void stateIsRestored() {
        Guardian guardian = ELECTION.guardians().getFirst();
        byte[] state = guardian.secretState();
        Guardian again = Guardian.restore(state);
        assertTrue(again.isComplete());
        assertEquals(guardian.publicKey(), again.publicKey());
        String text = new String(state, StandardCharsets.UTF_8);
        int at = text.indexOf("\"coefficients\":[\"") + 17;
        String secret = text.substring(at, at + 64);
        assertFalse(guardian.toString().contains(secret));
        GuardianState read = EveryValue.read(state, GuardianState.class);
        assertNotNull(read);
        assertFalse(read.toString().contains(secret));
    }

    @Test
    @DisplayName("A guardian decrypts nothing before it has all shares or for another ceremony")
    void noDecryptionTooEarly() {
        ReviewedTally tally =
                new ReviewedTally(
                        new TallyClaim(
                                EncryptedTally.empty(ELECTION.manifest(), "0101"), List.of()));
        try (Guardian alone = Guardian.create(1, 3, 2, SampleElection.RANDOM)) {
            assertThrows(
                    IllegalStateException.class,
                    () -> alone.decryptShare(tally, ELECTION.keys(), SampleElection.RANDOM));
        }
        SampleElection other = SampleElection.create(3, 2);
        Guardian stranger = other.guardians().getFirst();
        assertThrows(
                IllegalArgumentException.class,
                () -> stranger.decryptShare(tally, ELECTION.keys(), SampleElection.RANDOM));
    }
}
