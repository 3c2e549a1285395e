package org.tamga.election.protocol;

import java.util.List;
import org.tamga.election.definition.Official;

/** Detached CMS signatures (RFC 5652) of officials over the bytes of a file. */
public final class CmsSignatures {
    private CmsSignatures() {}

    /**
     * Checks every signature of a CMS against the certificates of officials in the election
     * package. Nothing that the CMS itself carries is trusted.
     *
     * @param content the signed file
     * @param cms DER of the SignedData
     * @param officials the officials of the station
     */
    public static CmsVerdict verify(byte[] content, byte[] cms, List<Official> officials) {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * One CMS with the signatures and certificates of all given ones.
     *
     * @param cms DER of detached SignedData over the same content, at least one
     */
    public static byte[] merge(List<byte[]> cms) {
        throw new UnsupportedOperationException("not yet");
    }
}
