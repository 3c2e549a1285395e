package org.tamga.election.ballot;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.Digests;
import org.tamga.election.wire.Hex;
import org.tamga.election.wire.SignedKind;
import org.tamga.election.wire.Signer;
import org.tamga.election.wire.WireFormatException;

/** Issues activation cards, prints them as text, reads and verifies them; lists of their hashes. */
public final class ActivationCards {
    private static final String PREFIX = "TAMGA1.";
    private static final int LONGEST_TEXT = 2_000;
    private static final int HASH_BYTES = 32;

    private ActivationCards() {}

    /**
     * A signed card.
     *
     * @param serial 32 lower-case hex characters, random
     * @param cardKey the key whose public half is in the election package
     */
    public static ActivationCard sign(
            String electionId,
            String stationId,
            String ballotStyleId,
            String serial,
            Signer cardKey) {
        var card = new ActivationCard(electionId, stationId, ballotStyleId, serial, null);
        String signature = cardKey.sign(SignedKind.CARD, CanonicalJson.write(card)).signature();
        return card.withSignature(signature);
    }

    /** The text of the card's QR code. */
    public static String text(ActivationCard card) {
        return PREFIX
                + Base64.getUrlEncoder().withoutPadding().encodeToString(CanonicalJson.write(card));
    }

    /** SHA-256 of the serial's 32 characters, 64 lower-case hex characters. */
    public static String serialHash(String serial) {
        return Digests.sha256Hex(serial.getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads a QR code; empty if it is no card. Trust it only after {@link #verifies}. */
    public static Optional<ActivationCard> parse(String text) {
        if (!text.startsWith(PREFIX) || text.length() > LONGEST_TEXT) {
            return Optional.empty();
        }
        try {
            byte[] json = Base64.getUrlDecoder().decode(text.substring(PREFIX.length()).strip());
            return Optional.of(CanonicalJson.read(json, ActivationCard.class));
        } catch (IllegalArgumentException | WireFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether the card was signed with this key.
     *
     * @param cardPublicKey raw Ed25519 key of the election package, 32 bytes
     */
    public static boolean verifies(ActivationCard card, byte[] cardPublicKey) {
        String signature = card.signature();
        byte[] unsigned = CanonicalJson.write(card.withSignature(null));
        return signature != null
                && BallotSignatures.verifies(signature, SignedKind.CARD, unsigned, cardPublicKey);
    }

    /**
     * The content of {@code cards-<station>.json} or {@code spent-cards.json}: sorted, so that
     * nothing tells the order of printing or spending.
     */
    public static byte[] list(Iterable<String> serialHashes) {
        Set<String> sorted = new TreeSet<>();
        serialHashes.forEach(sorted::add);
        return CanonicalJson.write(List.copyOf(sorted));
    }

    /**
     * Reads such a list.
     *
     * @throws WireFormatException if it is not canonical, not sorted, has doubles or other things
     */
    public static Set<String> readList(byte[] json) throws WireFormatException {
        List<String> hashes = List.of(CanonicalJson.read(json, String[].class));
        Set<String> sorted = new TreeSet<>(hashes);
        boolean hashesOnly = hashes.stream().allMatch(hash -> Hex.isBytes(hash, HASH_BYTES));
        if (!hashesOnly || !List.copyOf(sorted).equals(hashes)) {
            throw new WireFormatException("the card list is not a sorted list of hashes");
        }
        return sorted;
    }
}
