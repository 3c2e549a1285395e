package org.tamga.devices.chip;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.jmrtd.lds.PACEInfo;
import org.tamga.devices.link.LinkException;

/** EF.CardAccess: the ways in which the chip speaks PACE (ICAO Doc 9303-11, clause 9.2). */
final class CardAccess {
    private static final int MOST_WAYS = 32;

    private CardAccess() {}

    /**
     * What of PACE we can speak, the most common mapping first; empty when the chip has no PACE.
     */
    static List<PACEInfo> ways(byte[] file) throws LinkException {
        try {
            ASN1Set infos = ASN1Set.getInstance(ASN1Primitive.fromByteArray(file));
            if (infos.size() > MOST_WAYS) {
                throw Tlv.broken("EF.CardAccess lists too much");
            }
            List<PACEInfo> ways = new ArrayList<>();
            for (ASN1Encodable info : infos) {
                ASN1Sequence parts = ASN1Sequence.getInstance(info);
                String oid = ASN1ObjectIdentifier.getInstance(parts.getObjectAt(0)).getId();
                if (PACEInfo.checkRequiredIdentifier(oid) && parts.size() == 3) {
                    int version = ASN1Integer.getInstance(parts.getObjectAt(1)).intValueExact();
                    int domain = ASN1Integer.getInstance(parts.getObjectAt(2)).intValueExact();
                    // Refuses unknown domain parameters.
                    PACEInfo.toParameterSpec(domain);
                    ways.add(new PACEInfo(oid, version, domain));
                }
            }
            ways.sort(Comparator.comparing(w -> PACEInfo.toMappingType(w.getObjectIdentifier())));
            return List.copyOf(ways);
        } catch (LinkException e) {
            throw e;
        } catch (java.io.IOException | RuntimeException e) {
            // ASN.1 of strangers: the library answers damage with whatever breaks inside it.
            throw Tlv.broken("EF.CardAccess is damaged");
        }
    }
}
