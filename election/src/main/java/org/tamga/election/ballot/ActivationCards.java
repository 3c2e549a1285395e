package org.tamga.election.ballot;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.DetachedSignature;
import org.tamga.election.wire.Digests;
import org.tamga.election.wire.Hex;
import org.tamga.election.wire.SignedKind;
import org.tamga.election.wire.Signer;
import org.tamga.election.wire.WireFormatException;

/** Makes, writes and reads activation cards. */
public final class ActivationCards {
    private static final String PREFIX = "TAMGA1.";

    private ActivationCards() {}

    private record Unsigned(
            String electionId, String stationId, String ballotStyleId, String serial) {}

    /** A card signed with the centre's card key. */
    public static ActivationCard sign(
            String electionId,
            String stationId,
            String ballotStyleId,
            String serial,
            Signer cards) {
        byte[] content =
                CanonicalJson.write(new Unsigned(electionId, stationId, ballotStyleId, serial));
        String signature = cards.sign(SignedKind.CARD, content).signature();
        return new ActivationCard(electionId, stationId, ballotStyleId, serial, signature);
    }

    /**
     * Whether the card was signed with this key.
     *
     * @param cardPublicKey {@code cardPublicKey} of the election package, decoded to 32 bytes
     */
    public static boolean verifies(ActivationCard card, byte[] cardPublicKey) {
        byte[] content =
                CanonicalJson.write(
                        new Unsigned(
                                card.electionId(),
                                card.stationId(),
                                card.ballotStyleId(),
                                card.serial()));
        if (!Hex.isBytes(card.signature(), 64)) {
            return false;
        }
        var signature =
                new DetachedSignature(
                        "Ed25519",
                        Digests.sha256Hex(cardPublicKey),
                        Hex.of(cardPublicKey),
                        card.signature());
        return signature.verifies(SignedKind.CARD, content, cardPublicKey);
    }

    /** What the card's QR code says: {@code TAMGA1.} and unpadded base64url of canonical JSON. */
    public static String text(ActivationCard card) {
        return PREFIX
                + Base64.getUrlEncoder().withoutPadding().encodeToString(CanonicalJson.write(card));
    }

    /** Reads a QR code; empty if it is no card. Trust it only after {@link #verifies}. */
    public static Optional<ActivationCard> parse(String text) {
        if (!text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        ActivationCard card;
        try {
            byte[] json = Base64.getUrlDecoder().decode(text.substring(PREFIX.length()).strip());
            card = CanonicalJson.read(json, ActivationCard.class);
        } catch (IllegalArgumentException | WireFormatException e) {
            return Optional.empty();
        }
        return Hex.isBytes(card.serial(), 16) ? Optional.of(card) : Optional.empty();
    }

    /** The hash under which a serial is published and spent: SHA-256 of its 32 ASCII characters. */
    public static String serialHash(String serial) {
        return Digests.sha256Hex(serial.getBytes(StandardCharsets.US_ASCII));
    }
}
