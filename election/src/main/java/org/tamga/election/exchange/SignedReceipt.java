package org.tamga.election.exchange;

import java.util.Base64;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.DetachedSignature;
import org.tamga.election.wire.SignedKind;
import org.tamga.election.wire.Signer;
import org.tamga.election.wire.WireFormatException;

/**
 * A receipt as it travels: the answer to a delivered item and the content of a {@code .receipt}
 * file. The same item always gets the same bytes.
 *
 * @param receipt standard base64 of the receipt's canonical bytes
 * @param signature of kind {@code receipt} by the central key
 */
public record SignedReceipt(String receipt, DetachedSignature signature) {

    /** Kind of the signature over a receipt. */
    public static final String SIGNATURE_KIND = SignedKind.RECEIPT;

    /** Signs a receipt with the central key. */
    public static SignedReceipt sign(Receipt receipt, Signer central) {
        byte[] bytes = CanonicalJson.write(receipt);
        return new SignedReceipt(
                Base64.getEncoder().encodeToString(bytes), central.sign(SIGNATURE_KIND, bytes));
    }

    /**
     * Reads an answer without trusting it.
     *
     * @throws WireFormatException if it is not the canonical form of a signed receipt
     */
    public static SignedReceipt read(byte[] body) throws WireFormatException {
        SignedReceipt signed = CanonicalJson.read(body, SignedReceipt.class);
        signed.read();
        return signed;
    }

    /** The answer's canonical bytes. */
    public byte[] toBytes() {
        return CanonicalJson.write(this);
    }

    /** Whether it is the central node's (raw Ed25519 key, 32 bytes) receipt for this very item. */
    public boolean confirms(SignedItem item, byte[] centralPublicKey) {
        try {
            return signature.verifies(SIGNATURE_KIND, receiptBytes(), centralPublicKey)
                    && read().item().equals(item.id());
        } catch (WireFormatException e) {
            return false;
        }
    }

    /**
     * What the receipt says; trust it only after {@link #confirms}.
     *
     * @throws WireFormatException if the receipt is malformed
     */
    public Receipt read() throws WireFormatException {
        try {
            return CanonicalJson.read(receiptBytes(), Receipt.class);
        } catch (IllegalArgumentException e) {
            throw new WireFormatException("The receipt is malformed: " + e.getMessage());
        }
    }

    private byte[] receiptBytes() {
        return Base64.getDecoder().decode(receipt);
    }
}
