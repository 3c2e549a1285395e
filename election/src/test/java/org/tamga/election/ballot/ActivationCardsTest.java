package org.tamga.election.ballot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
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
    private static final Set<String> LISTED = Set.of(ActivationCards.serialHash(SERIAL));

    private static CardOpening open(String text, Set<String> listed) {
        return ActivationCards.open(text, "e-1", "0101", KEY.publicKey(), listed);
    }

    @Test
    @DisplayName("A listed card of this station opens")
    void opens() {
        assertEquals(
                new CardOpening.Accepted(CARD, ActivationCards.serialHash(SERIAL)),
                open(ActivationCards.text(CARD), LISTED));
        assertFalse(CARD.toString().contains(SERIAL));
    }

    @Test
    @DisplayName("Other texts, stations, keys and unlisted serials are refused with their reason")
    void refuses() {
        String text = ActivationCards.text(CARD);
        ActivationCard elsewhere = ActivationCards.sign("e-1", "0102", "both", SERIAL, KEY);
        ActivationCard forged =
                ActivationCards.sign("e-1", "0101", "both", SERIAL, Ed25519Signer.generate());
        assertEquals(new CardOpening.Refused(ProblemCode.CARD_FORM), open("http://x", LISTED));
        assertEquals(new CardOpening.Refused(ProblemCode.CARD_FORM), open(text + "AAAA", LISTED));
        assertEquals(
                new CardOpening.Refused(ProblemCode.CARD_OTHER_STATION),
                open(ActivationCards.text(elsewhere), LISTED));
        assertEquals(
                new CardOpening.Refused(ProblemCode.CARD_SIGNATURE),
                open(ActivationCards.text(forged), LISTED));
        assertEquals(new CardOpening.Refused(ProblemCode.CARD_UNLISTED), open(text, Set.of()));
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
