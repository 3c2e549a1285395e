package org.tamga.kiosk.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import org.tamga.election.ballot.ActivationCards;

/**
 * The shuffled pack of printed activation cards that lies at the chair's table; voters draw from
 * it.
 */
final class CardPack {
    private final Map<String, Deque<String>> packs = new TreeMap<>();

    private CardPack() {}

    /** Opens {@code cards.jsonl} of a station's kit: the text of a card's QR code a line. */
    static CardPack open(Path cards) throws IOException {
        var pack = new CardPack();
        for (var text : Files.readAllLines(cards)) {
            var card =
                    ActivationCards.parse(text)
                            .orElseThrow(() -> new DemoFailure("DM-11", "not a card in " + cards));
            pack.packs.computeIfAbsent(card.ballotStyleId(), _ -> new ArrayDeque<>()).add(text);
        }
        return pack;
    }

    /** The QR text of the next card for a ballot style. */
    String draw(String ballotStyle) {
        var pack = packs.get(ballotStyle);
        if (pack == null || pack.isEmpty()) {
            throw new DemoFailure(
                    "DM-11", "the pack of activation cards for " + ballotStyle + " is used up");
        }
        return pack.remove();
    }
}
