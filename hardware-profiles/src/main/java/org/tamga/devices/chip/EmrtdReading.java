package org.tamga.devices.chip;

import java.nio.ByteBuffer;
import java.security.Provider;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import net.sf.scuba.smartcards.CardServiceException;
import org.jmrtd.PassportService;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.Authenticity;
import org.tamga.devices.ports.CameraImage;
import org.tamga.devices.ports.ChipAccess;
import org.tamga.devices.ports.ChipDocument;

/**
 * Reads one chip from opening it to passive authentication. Files are read in the order in which
 * the standard's inspection procedure has them (ICAO Doc 9303-11, clause 2).
 */
final class EmrtdReading {
    private static final int LARGEST_DATA_GROUP_1 = 1_024;
    private static final int LARGEST_DATA_GROUP_2 = 1 << 20;
    private static final int LARGEST_KEY_GROUP = 8_192;
    private static final int LARGEST_SECURITY_OBJECT = 1 << 16;
    private static final int LARGEST_COM = 1_024;
    private static final Set<Integer> KEY_GROUPS = Set.of(14, 15);

    // The libraries log keys and data at levels that a station may turn on; the loggers are held,
    // for the settings of one that nobody holds are forgotten.
    private static final List<Logger> SILENCED =
            Stream.of("org.jmrtd", "net.sf.scuba").map(Logger::getLogger).toList();

    static {
        SILENCED.forEach(logger -> logger.setLevel(Level.OFF));
    }

    private final LinkCardService card;
    private final PassportService service;
    private final ChipFiles files;
    private final Provider provider;
    private final TrustedSigners trusted;
    private final InstantSource clock;

    EmrtdReading(
            LinkCardService card, Provider provider, TrustedSigners trusted, InstantSource clock) {
        this.card = card;
        this.service = new PassportService(card, 256, ChipFiles.BLOCK, false, true);
        this.files = new ChipFiles(service, card);
        this.provider = provider;
        this.trusted = trusted;
        this.clock = clock;
    }

    /**
     * @throws LinkException everything that can be expected to go wrong
     */
    ChipDocument read(ChipAccess access) throws LinkException {
        try {
            service.open();
            String protocol = new ChipDoor(service, files, card).open(access);
            return document(protocol);
        } catch (CardServiceException e) {
            card.throwIfBroken();
            throw Tlv.broken("the chip answers %04X".formatted(e.getSW() & 0xFFFF));
        } catch (RuntimeException e) {
            // What a chip sends reaches deep into the library, which breaks on it in many ways.
            card.throwIfBroken();
            throw Tlv.broken("an answer that cannot be understood");
        }
    }

    private ChipDocument document(String protocol) throws CardServiceException, LinkException {
        Set<Integer> listed = listed(files.read(ChipFiles.EF_COM, LARGEST_COM));
        var security =
                SecurityObject.of(files.read(ChipFiles.EF_SOD, LARGEST_SECURITY_OBJECT), provider);
        Map<Integer, byte[]> groups = new TreeMap<>();
        groups.put(1, files.read(ChipFiles.dataGroup(1), LARGEST_DATA_GROUP_1));
        List<String> lines = DataGroup1.lines(groups.get(1));
        read(2, LARGEST_DATA_GROUP_2, listed, groups);
        for (int number : KEY_GROUPS.stream().sorted().toList()) {
            read(number, LARGEST_KEY_GROUP, security.dataGroups(), groups);
        }
        Authenticity authenticity = security.check(groups, trusted, clock.instant());
        CopyCheck.Proof proof = copyCheck(groups);
        Optional<CameraImage> portrait = portrait(groups.get(2));
        groups.values().forEach(group -> Arrays.fill(group, (byte) 0));
        return new ChipDocument(
                lines, portrait, unlessCopy(authenticity, proof), protocol + mark(proof));
    }

    private void read(int number, int most, Set<Integer> there, Map<Integer, byte[]> groups)
            throws CardServiceException, LinkException {
        if (there.contains(number)) {
            Optional<byte[]> group = files.find(ChipFiles.dataGroup(number), most);
            group.ifPresent(bytes -> groups.put(number, bytes));
        }
    }

    /** Data groups 1 and 2 as EF.COM lists them, by tag (ICAO Doc 9303-10, clause 4.6.1). */
    private static Set<Integer> listed(byte[] com) throws LinkException {
        ByteBuffer tags = Tlv.find(Tlv.next(ByteBuffer.wrap(com), 0x60), 0x5C);
        boolean portrait = false;
        while (tags.hasRemaining()) {
            portrait |= tags.get() == 0x75;
        }
        return portrait ? Set.of(1, 2) : Set.of(1);
    }

    private static Optional<CameraImage> portrait(byte @org.jspecify.annotations.Nullable [] group)
            throws LinkException {
        if (group == null) {
            return Optional.empty();
        }
        FaceRecord face = FaceRecord.of(group);
        Optional<CameraImage> portrait = Portraits.decode(face);
        Arrays.fill(face.image(), (byte) 0);
        return portrait;
    }

    private CopyCheck.Proof copyCheck(Map<Integer, byte[]> groups) throws LinkException {
        var check = new CopyCheck(service, provider);
        CopyCheck.Proof proof = CopyCheck.Proof.NOT_OFFERED;
        if (groups.containsKey(15)) {
            proof = check.activeAuthentication(groups.get(15));
        }
        if (proof == CopyCheck.Proof.NOT_OFFERED && groups.containsKey(14)) {
            proof = confirmed(check.chipAuthentication(groups.get(14)));
        }
        card.throwIfBroken();
        return proof;
    }

    /** Only a chip that owns its key can go on talking. */
    private CopyCheck.Proof confirmed(CopyCheck.Proof proof) throws LinkException {
        if (proof == CopyCheck.Proof.CHIP) {
            try {
                files.read(ChipFiles.EF_COM, LARGEST_COM);
            } catch (CardServiceException | IllegalStateException | IllegalArgumentException e) {
                return CopyCheck.Proof.NOT_COMPLETED;
            }
        }
        return proof;
    }

    private static Authenticity unlessCopy(Authenticity found, CopyCheck.Proof proof) {
        return proof == CopyCheck.Proof.COPY && !(found instanceof Authenticity.Altered)
                ? new Authenticity.Altered("the chip is a copy: it does not own its key")
                : found;
    }

    private static String mark(CopyCheck.Proof proof) {
        return switch (proof) {
            case ACTIVE -> "+AA";
            case CHIP -> "+CA";
            case NOT_OFFERED, COPY, NOT_COMPLETED -> "";
        };
    }
}
