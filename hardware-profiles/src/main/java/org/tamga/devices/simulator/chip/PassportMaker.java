package org.tamga.devices.simulator.chip;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.teletrust.TeleTrusTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.image.Jpeg2000;

/** Fills the chips of a made-up state (logical data structure 1.7, ICAO Doc 9303-10). */
public final class PassportMaker {
    /** How a chip proves that it is no copy. */
    public enum CopyProtection {
        NONE,
        ACTIVE_AUTHENTICATION,
        CHIP_AUTHENTICATION
    }

    /**
     * @param pace else Basic Access Control only
     * @param jpeg2000 else JPEG
     * @param cardAccessNumber six digits
     */
    public record Kind(
            boolean pace, boolean jpeg2000, CopyProtection protection, String cardAccessNumber) {}

    /** A portrait of 480 × 640 in some 20 kB, as issuers have it. */
    private static final double BITS_PER_PIXEL = 0.5;

    private static final int HEADER = 14;
    private static final int FACIAL_INFORMATION = 20;
    private static final int IMAGE_INFORMATION = 12;

    private final IssuingState state;

    public PassportMaker(IssuingState state) {
        this.state = state;
    }

    /**
     * @param mrz two or three lines
     * @param face the portrait
     */
    public PassportFiles make(List<String> mrz, BufferedImage face, Kind kind) {
        Map<Integer, byte[]> groups = new HashMap<>();
        String lines = String.join("", mrz);
        groups.put(
                1, Bytes.tlv(0x61, Bytes.tlv(0x5F1F, lines.getBytes(StandardCharsets.US_ASCII))));
        groups.put(2, dataGroup2(face, kind.jpeg2000()));
        ChipKey chipKey = null;
        KeyPair activeKey = null;
        switch (kind.protection()) {
            case NONE -> {}
            case ACTIVE_AUTHENTICATION -> {
                activeKey = IssuingState.keys();
                groups.put(15, Bytes.tlv(0x6F, activeKey.getPublic().getEncoded()));
            }
            case CHIP_AUTHENTICATION -> {
                chipKey = new ChipKey();
                groups.put(14, dataGroup14(chipKey, kind.pace()));
            }
        }
        return new PassportFiles(
                files(groups, kind),
                new CardPasswords(mrz, kind.cardAccessNumber()),
                chipKey,
                activeKey == null ? null : activeKey.getPrivate());
    }

    private Map<Integer, byte[]> files(Map<Integer, byte[]> groups, Kind kind) {
        Map<Integer, byte[]> files = new HashMap<>();
        groups.forEach((number, bytes) -> files.put(0x0100 + number, bytes));
        files.put(0x011D, state.sign(groups));
        files.put(
                0x011E,
                Bytes.tlv(
                        0x60,
                        Bytes.tlv(0x5F01, ascii("0107")),
                        Bytes.tlv(0x5F36, ascii("040000")),
                        Bytes.tlv(0x5C, tags(groups))));
        if (kind.pace()) {
            files.put(PassportFiles.CARD_ACCESS, cardAccess());
        }
        return files;
    }

    private static byte[] tags(Map<Integer, byte[]> groups) {
        ByteArrayOutputStream tags = new ByteArrayOutputStream();
        groups.keySet().stream().sorted().forEach(number -> tags.write(tag(number)));
        return tags.toByteArray();
    }

    private static int tag(int number) {
        return switch (number) {
            case 1 -> 0x61;
            case 2 -> 0x75;
            case 14 -> 0x6E;
            case 15 -> 0x6F;
            default -> throw new IllegalArgumentException("data group " + number);
        };
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** A face record (ISO/IEC 19794-5:2005) in a CBEFF template. */
    static byte[] dataGroup2(BufferedImage face, boolean jpeg2000) {
        byte[] image = jpeg2000 ? Jpeg2000.encode(face, BITS_PER_PIXEL) : jpeg(face);
        int block = FACIAL_INFORMATION + IMAGE_INFORMATION + image.length;
        ByteBuffer record = ByteBuffer.allocate(HEADER + block);
        record.put(ascii("FAC\0")).put(ascii("010\0")).putInt(HEADER + block).putShort((short) 1);
        record.putInt(block).position(HEADER + FACIAL_INFORMATION);
        record.put((byte) 1).put((byte) (jpeg2000 ? 1 : 0));
        record.putShort((short) face.getWidth()).putShort((short) face.getHeight());
        record.position(HEADER + FACIAL_INFORMATION + IMAGE_INFORMATION);
        record.put(image);
        byte[] header =
                Bytes.tlv(
                        0xA1,
                        Bytes.tlv(0x81, Bytes.of(2)),
                        Bytes.tlv(0x82, Bytes.of(0)),
                        Bytes.tlv(0x87, Bytes.of(1, 1)),
                        Bytes.tlv(0x88, Bytes.of(0, 8)));
        return Bytes.tlv(
                0x75,
                Bytes.tlv(
                        0x7F61,
                        Bytes.tlv(0x02, Bytes.of(1)),
                        Bytes.tlv(0x7F60, header, Bytes.tlv(0x5F2E, record.array()))));
    }

    private static byte[] jpeg(BufferedImage face) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            try (var memory = new MemoryCacheImageOutputStream(bytes)) {
                ImageIO.write(face, "jpeg", memory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] cardAccess() {
        return encoded(new DERSet(pace()));
    }

    private static DERSequence pace() {
        return info("0.4.0.127.0.7.2.2.4.2.2", new ASN1Integer(2), PaceAccess.DOMAIN);
    }

    /** The public key of chip authentication and the way to use it; and EF.CardAccess, signed. */
    private static byte[] dataGroup14(ChipKey key, boolean pace) {
        var algorithm =
                new AlgorithmIdentifier(
                        X9ObjectIdentifiers.id_ecPublicKey,
                        TeleTrusTObjectIdentifiers.brainpoolP256r1);
        var publicKey = new SubjectPublicKeyInfo(algorithm, key.publicPoint().getEncoded(false));
        var infos = new ASN1EncodableVector();
        infos.add(info("0.4.0.127.0.7.2.2.3.2.2", new ASN1Integer(1), null));
        infos.add(info("0.4.0.127.0.7.2.2.1.2", publicKey, null));
        if (pace) {
            infos.add(pace());
        }
        return Bytes.tlv(0x6E, encoded(new DERSet(infos)));
    }

    private static DERSequence info(
            String oid, org.bouncycastle.asn1.ASN1Encodable value, @Nullable Integer more) {
        ASN1EncodableVector parts = new ASN1EncodableVector();
        parts.add(new ASN1ObjectIdentifier(oid));
        parts.add(value);
        if (more != null) {
            parts.add(new ASN1Integer(more));
        }
        return new DERSequence(parts);
    }

    private static byte[] encoded(DERSet set) {
        try {
            return set.getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
