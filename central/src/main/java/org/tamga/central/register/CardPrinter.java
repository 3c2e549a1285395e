package org.tamga.central.register;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.tamga.central.CentralHome;
import org.tamga.election.ballot.ActivationCards;
import org.tamga.election.definition.Station;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.Hex;
import org.tamga.election.wire.SignedKind;
import org.tamga.election.wire.Signer;

/**
 * Makes a station's activation cards once: the cards, shuffled, for the chair's sealed pack; the
 * sorted hashes of their serials for everybody.
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
     * Makes the cards, unless the station has some: published serials never change.
     *
     * @param perStyle cards of each ballot style, at least 1
     * @return how many cards there are now
     */
    public int print(Station station, int perStyle) {
        if (Files.exists(home.cardList(station.id()))) {
            return new String(CentralHome.read(home.cards(station.id())), StandardCharsets.UTF_8)
                    .lines()
                    .toList()
                    .size();
        }
        var random = new SecureRandom();
        var texts = new ArrayList<String>();
        var hashes = new ArrayList<String>();
        for (String style : station.ballotStyleIds()) {
            for (int i = 0; i < perStyle; i++) {
                String serial = serial(random);
                texts.add(
                        ActivationCards.text(
                                ActivationCards.sign(
                                        electionId, station.id(), style, serial, cards)));
                hashes.add(ActivationCards.serialHash(serial));
            }
        }
        Collections.shuffle(texts, random);
        Collections.sort(hashes);
        CentralHome.writeSecret(
                home.cards(station.id()),
                texts.stream()
                        .collect(Collectors.joining("\n", "", "\n"))
                        .getBytes(StandardCharsets.UTF_8));
        byte[] list = CanonicalJson.write(List.copyOf(hashes));
        CentralHome.write(
                CentralHome.signatureOf(home.cardList(station.id())),
                central.sign(SignedKind.CARD_LIST, list).toBytes());
        CentralHome.write(home.cardList(station.id()), list);
        return texts.size();
    }

    private static String serial(SecureRandom random) {
        byte[] serial = new byte[16];
        random.nextBytes(serial);
        return Hex.of(serial);
    }
}
