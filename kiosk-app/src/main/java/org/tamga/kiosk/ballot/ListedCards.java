package org.tamga.kiosk.ballot;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Set;
import org.tamga.election.ballot.ActivationCard;
import org.tamga.election.ballot.ActivationCards;
import org.tamga.election.wire.DetachedSignature;
import org.tamga.election.wire.SignedKind;
import org.tamga.election.wire.WireFormatException;
import org.tamga.kiosk.station.LockedTerminal;
import org.tamga.station.StationHome;

/**
 * The published list of the station's activation cards. Whoever has only the key of the cards, or
 * made more cards than were announced, opens no ballot with them.
 *
 * @param hashes as {@link ActivationCards#serialHash} gives them
 */
public record ListedCards(Set<String> hashes) {
    public ListedCards {
        hashes = Set.copyOf(hashes);
    }

    /**
     * The list of the booth's home; empty if it is missing, damaged or not signed by the centre.
     */
    public static Optional<ListedCards> read(LockedTerminal booth) {
        String station = booth.station().id();
        StationHome files = new StationHome(booth.home());
        try {
            byte[] list = Files.readAllBytes(files.cardList(station));
            DetachedSignature signature =
                    DetachedSignature.parse(Files.readAllBytes(files.cardListSignature(station)));
            return signature.verifies(SignedKind.CARD_LIST, list, booth.config().centralPublicKey())
                    ? Optional.of(new ListedCards(ActivationCards.readList(list)))
                    : Optional.empty();
        } catch (IOException | WireFormatException e) {
            return Optional.empty();
        }
    }

    boolean contains(ActivationCard card) {
        return hashes.contains(ActivationCards.serialHash(card.serial()));
    }
}
