package org.tamga.central.register;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tamga.central.CentralHome;
import org.tamga.election.ballot.ActivationCard;
import org.tamga.election.ballot.ActivationCards;
import org.tamga.election.definition.Station;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.Hex;
import org.tamga.election.wire.SignedKind;
import org.tamga.election.wire.Signer;

/**
 * Makes a station's activation cards: the cards, shuffled, for the chair's sealed pack; the sorted
 * hashes of their serials for everybody.
 */
public final class CardPrinter {
    private final CentralHome home;
    private final String electionId;
    private final Signer cards;
    private final Signer central;

    public CardPrinter(CentralHome home, String electionId, Signer cards, Signer central) {
        this.home = home;
        this.electionId = electionId;
        this.cards = cards;
        this.central = central;
    }

    /**
     * Makes cards until there are enough of each ballot style. Cards that exist stay as they are.
     *
     * @param perStyle cards wanted of each ballot style, at least 1
     * @return how many cards there are now
     */
    public int print(Station station, int perStyle) {
        List<String> before =
                Files.exists(home.cards(station.id()))
                        ? new String(
                                        CentralHome.read(home.cards(station.id())),
                                        StandardCharsets.UTF_8)
                                .lines()
                                .toList()
                        : List.of();
        var texts = new ArrayList<String>(before);
        var random = new SecureRandom();
        for (String style : station.ballotStyleIds()) {
            for (long have = count(before, style); have < perStyle; have++) {
                texts.add(
                        ActivationCards.text(
                                ActivationCards.sign(
                                        electionId, station.id(), style, serial(random), cards)));
            }
        }
        if (texts.size() > before.size()) {
            Collections.shuffle(texts, random);
            keep(station.id(), texts);
        }
        return texts.size();
    }

    private void keep(String station, List<String> texts) {
        CentralHome.writeSecret(
                home.cards(station),
                texts.stream()
                        .collect(Collectors.joining("\n", "", "\n"))
                        .getBytes(StandardCharsets.UTF_8));
        byte[] list =
                CanonicalJson.write(
                        cardsOf(texts)
                                .map(card -> ActivationCards.serialHash(card.serial()))
                                .sorted()
                                .toList());
        CentralHome.write(
                CentralHome.signatureOf(home.cardList(station)),
                central.sign(SignedKind.CARD_LIST, list).toBytes());
        CentralHome.write(home.cardList(station), list);
    }

    private static long count(List<String> texts, String style) {
        return cardsOf(texts).filter(card -> card.ballotStyleId().equals(style)).count();
    }

    private static Stream<ActivationCard> cardsOf(List<String> texts) {
        return texts.stream().flatMap(text -> ActivationCards.parse(text).stream());
    }

    private static String serial(SecureRandom random) {
        byte[] serial = new byte[16];
        random.nextBytes(serial);
        return Hex.of(serial);
    }
}
