package org.tamga.verifier.check;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tamga.verifier.format.ElectionPackage.Station;
import org.tamga.verifier.record.Code;
import org.tamga.verifier.record.Hex;
import org.tamga.verifier.record.RecordFolder;
import org.tamga.verifier.signature.Ed25519Key;

/** Lists of card hashes: published by the centre, sorted, none twice. */
public final class CardListCheck {
    private final RecordFolder folder;

    public CardListCheck(RecordFolder folder) {
        this.folder = folder;
    }

    /** Checks the published list of a station and gives it; empty if it cannot be read. */
    public Set<String> published(Station station, Ed25519Key centre) {
        String name = "election/cards-" + station.id() + ".json";
        centre.checkFile(folder, name, "card-list");
        Set<String> cards = read(name, Code.CARD_LIST);
        folder.findings().checked("published activation cards", cards.size());
        return cards;
    }

    /** A sorted list of distinct hashes. */
    Set<String> read(String name, Code code) {
        List<String> cards = folder.read(name, String[].class).map(List::of).orElse(List.of());
        Set<String> sorted = new TreeSet<>(cards);
        folder.findings()
                .require(
                        List.copyOf(sorted).equals(cards)
                                && cards.stream().allMatch(card -> Hex.isHex(card, 32)),
                        code,
                        name,
                        "not a sorted list of different SHA-256 hashes");
        return sorted;
    }
}
