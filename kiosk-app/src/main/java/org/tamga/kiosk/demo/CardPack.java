package org.tamga.kiosk.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/** The shuffled pack of printed activation cards that lies at the chair's table; voters draw from it. */
final class CardPack {
    private final Map<String, Deque<String>> packs = new TreeMap<>();

    private CardPack() {}

    /** Opens the pack of a kit: {@code cards.jsonl}, one card a line with its style and the text of its QR code. */
    static CardPack open(Path kit) throws IOException {
        var pack = new CardPack();
        var json = new ObjectMapper();
        for (var line : Files.readAllLines(kit.resolve("cards.jsonl"))) {
            var card = json.readTree(line);
            pack.packs
                    .computeIfAbsent(card.path("ballotStyle").asText(), _ -> new ArrayDeque<>())
                    .add(card.path("qr").asText());
        }
        return pack;
    }

    /** The QR text of the next card for a ballot style. */
    String draw(String ballotStyle) {
        var pack = packs.get(ballotStyle);
        if (pack == null || pack.isEmpty()) {
            throw new DemoFailure("the pack of activation cards for " + ballotStyle + " is used up");
        }
        return pack.remove();
    }
}
