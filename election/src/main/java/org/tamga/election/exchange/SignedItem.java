package org.tamga.election.exchange;

import java.util.Arrays;
import java.util.Base64;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.DetachedSignature;
import org.tamga.election.wire.Digests;
import org.tamga.election.wire.Hex;
import org.tamga.election.wire.SignedKind;
import org.tamga.election.wire.Signer;
import org.tamga.election.wire.WireFormatException;

/**
 * An item as it travels: the body of {@code PUT /v1/items/{id}} and the content of a {@code .item}
 * file.
 *
 * @param envelope standard base64 of the envelope's canonical bytes
 * @param signature of kind {@code item} by the terminal's signing key
 */
public record SignedItem(String envelope, DetachedSignature signature) {

    /** Kind of the signature over an envelope. */
    public static final String SIGNATURE_KIND = SignedKind.ITEM;

    /** Signs an envelope with the terminal's key. */
    public static SignedItem sign(ItemEnvelope envelope, Signer terminal) {
        byte[] bytes = envelope.toBytes();
        return new SignedItem(
                Base64.getEncoder().encodeToString(bytes), terminal.sign(SIGNATURE_KIND, bytes));
    }

    /**
     * Reads a body without trusting it.
     *
     * @throws WireFormatException if it is not the canonical form of a signed item
     */
    public static SignedItem read(byte[] body) throws WireFormatException {
        SignedItem item = CanonicalJson.read(body, SignedItem.class);
        item.read();
        return item;
    }

    /** The body's canonical bytes. */
    public byte[] toBytes() {
        return CanonicalJson.write(this);
    }

    /** Hex SHA-256 of the envelope bytes: the same item has the same id on every way. */
    public String id() {
        return Hex.of(Digests.sha256(envelopeBytes()));
    }

    /** Whether the envelope was signed with this key (raw Ed25519, 32 bytes). */
    public boolean isSignedBy(byte[] terminalPublicKey) {
        return signature.verifies(SIGNATURE_KIND, envelopeBytes(), terminalPublicKey);
    }

    /**
     * What the item says; trust it only after {@link #isSignedBy}.
     *
     * @throws WireFormatException if the envelope is malformed
     */
    public ItemEnvelope read() throws WireFormatException {
        try {
            byte[] bytes = Base64.getDecoder().decode(envelope);
            ItemEnvelope read = CanonicalJson.read(bytes, ItemEnvelope.class);
            if (!Arrays.equals(read.toBytes(), bytes)) {
                throw new WireFormatException("The envelope is not canonical");
            }
            return read;
        } catch (IllegalArgumentException e) {
            throw new WireFormatException("The envelope is malformed: " + e.getMessage());
        }
    }

    private byte[] envelopeBytes() {
        return Base64.getDecoder().decode(envelope);
    }
}
