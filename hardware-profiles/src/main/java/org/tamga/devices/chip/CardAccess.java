package org.tamga.devices.chip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    /** id-PACE: every object of it. */
    private static final String PACE = "0.4.0.127.0.7.2.2.4.";

    private CardAccess() {}

    private static boolean isKnown(int domain) {
        try {
            return PACEInfo.toParameterSpec(domain) != null;
        } catch (RuntimeException e) {
            // The library refuses what it does not know by what breaks inside it.
            return false;
        }
    }

    /**
     * Does EF.CardAccess, which nobody signs, say of PACE what the signed data group 14 says? Else
     * somebody between chip and reader has taken the stronger way away (ICAO Doc 9303-11, clause
     * 4.2).
     *
     * @param file EF.CardAccess; empty for none
     */
    static boolean signed(byte[] file, byte[] dataGroup14) throws LinkException {
        byte[] signed = Tlv.bytes(Tlv.next(ByteBuffer.wrap(dataGroup14), 0x6E));
        try {
            return (file.length == 0 ? Set.of() : pace(file)).equals(pace(signed));
        } catch (IOException | RuntimeException e) {
            // As below.
            return false;
        }
    }

    private static Set<ASN1Sequence> pace(byte[] infos) throws IOException {
        Set<ASN1Sequence> found = new HashSet<>();
        for (ASN1Encodable info : ASN1Set.getInstance(ASN1Primitive.fromByteArray(infos))) {
            ASN1Sequence parts = ASN1Sequence.getInstance(info);
            if (ASN1ObjectIdentifier.getInstance(parts.getObjectAt(0)).getId().startsWith(PACE)) {
                found.add(parts);
            }
        }
        return found;
    }

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
                    if (isKnown(domain)) {
                        ways.add(new PACEInfo(oid, version, domain));
                    }
                }
            }
            ways.sort(Comparator.comparing(w -> PACEInfo.toMappingType(w.getObjectIdentifier())));
            return List.copyOf(ways);
        } catch (LinkException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // ASN.1 of strangers: the library answers damage with whatever breaks inside it.
            throw Tlv.broken("EF.CardAccess is damaged");
        }
    }
}
