package org.tamga.election.ballot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.Ed25519Signer;
import org.tamga.election.wire.WireFormatException;

class ActivationCardsTest {
    private static final String SERIAL = "0123456789abcdef0123456789abcdef";
    private static final Ed25519Signer KEY = Ed25519Signer.generate();
    private static final ActivationCard CARD =
            ActivationCards.sign("e-1", "0101", "both", SERIAL, KEY);

    @Test
    @DisplayName("A card that was scanned is the one that was signed")
    void reads() {
        ActivationCard read = ActivationCards.parse(ActivationCards.text(CARD)).orElseThrow();
        assertEquals(CARD, read);
        assertTrue(ActivationCards.verifies(read, KEY.publicKey()));
        assertFalse(CARD.toString().contains(SERIAL));
    }

    @Test
    @DisplayName("Other texts are no cards, other keys and other stations do not verify")
    void refuses() {
        assertEquals(Optional.empty(), ActivationCards.parse("http://x"));
        assertEquals(Optional.empty(), ActivationCards.parse(ActivationCards.text(CARD) + "AAAA"));
        assertFalse(ActivationCards.verifies(CARD, Ed25519Signer.generate().publicKey()));
        ActivationCard moved = new ActivationCard("e-1", "0102", "both", SERIAL, CARD.signature());
        assertFalse(ActivationCards.verifies(moved, KEY.publicKey()));
    }

    @Test
    @DisplayName("The published list is sorted, and read only so")
    void list() throws WireFormatException {
        String low = "0".repeat(64);
        String high = "f".repeat(64);
        byte[] list = ActivationCards.list(List.of(high, low, high));
        assertEquals(Set.of(low, high), ActivationCards.readList(list));
        byte[] unsorted = CanonicalJson.write(List.of(high, low));
        assertThrows(WireFormatException.class, () -> ActivationCards.readList(unsorted));
    }
}
