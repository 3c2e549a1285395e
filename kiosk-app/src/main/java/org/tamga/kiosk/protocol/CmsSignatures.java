package org.tamga.kiosk.protocol;

import java.io.IOException;
import java.util.List;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;

/**
 * Brings the detached signatures of several officials over one file together in one {@code .p7s}.
 */
final class CmsSignatures {
    private CmsSignatures() {}

    /**
     * One detached CMS, DER, with the signers and certificates of all {@code signatures} over
     * {@code content}.
     */
    static byte[] join(byte[] content, List<byte[]> signatures) {
        try {
            var file = new CMSProcessableByteArray(content);
            var generator = new CMSSignedDataGenerator();
            for (var signature : signatures) {
                var signed = new CMSSignedData(file, signature);
                generator.addSigners(signed.getSignerInfos());
                generator.addCertificates(signed.getCertificates());
            }
            return generator.generate(file, false).getEncoded("DER");
        } catch (CMSException | IOException e) {
            throw new IllegalArgumentException("not a CMS signature", e);
        }
    }
}
