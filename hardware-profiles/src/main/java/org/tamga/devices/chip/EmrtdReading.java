package org.tamga.devices.chip;

import java.security.Provider;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
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

    /** Largest size by number, in the order of reading. */
    private static final SortedMap<Integer, Integer> OPTIONAL_GROUPS =
            Collections.unmodifiableSortedMap(
                    new TreeMap<>(
                            Map.of(
                                    2, LARGEST_DATA_GROUP_2,
                                    14, LARGEST_KEY_GROUP,
                                    15, LARGEST_KEY_GROUP)));

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
            return document(new ChipDoor(service, files, card).open(access));
        } catch (CardServiceException e) {
            card.throwIfBroken();
            throw Tlv.broken("the chip answers %04X".formatted(e.getSW() & 0xFFFF));
        } catch (RuntimeException e) {
            // What a chip sends reaches deep into the library, which breaks on it in many ways.
            card.throwIfBroken();
            throw Tlv.broken("an answer that cannot be understood");
        }
    }

    private ChipDocument document(ChipDoor.Opened door) throws CardServiceException, LinkException {
        var security =
                SecurityObject.of(files.read(ChipFiles.EF_SOD, LARGEST_SECURITY_OBJECT), provider);
        Map<Integer, byte[]> groups = new TreeMap<>();
        try {
            // What there is to read is told by what is signed, not by the chip's own list (EF.COM):
            // a copy could leave out there what it cannot copy.
            groups.put(1, files.read(ChipFiles.dataGroup(1), LARGEST_DATA_GROUP_1));
            List<String> lines = DataGroup1.lines(groups.get(1));
            for (Map.Entry<Integer, Integer> optional : OPTIONAL_GROUPS.entrySet()) {
                if (security.dataGroups().contains(optional.getKey())) {
                    read(optional.getKey(), optional.getValue(), groups);
                }
            }
            Authenticity authenticity =
                    security.check(groups, DataGroup1.state(lines), trusted, clock.instant());
            if (groups.containsKey(14) && !CardAccess.signed(door.cardAccess(), groups.get(14))) {
                authenticity = new Authenticity.Altered("the ways to open it are not as signed");
            }
            CopyCheck.Proof proof = copyCheck(groups);
            return new ChipDocument(
                    lines,
                    portrait(groups.get(2)),
                    proven(authenticity, proof),
                    door.protocol() + mark(proof));
        } finally {
            groups.values().forEach(group -> Arrays.fill(group, (byte) 0));
        }
    }

    private void read(int number, int most, Map<Integer, byte[]> groups)
            throws CardServiceException, LinkException {
        Optional<byte[]> group = files.find(ChipFiles.dataGroup(number), most);
        group.ifPresent(bytes -> groups.put(number, bytes));
    }

    /** Empty too when the picture is in a form that we do not read: the lines are worth having. */
    private static Optional<CameraImage> portrait(
            byte @org.jspecify.annotations.Nullable [] group) {
        if (group == null) {
            return Optional.empty();
        }
        FaceRecord face;
        try {
            face = FaceRecord.of(group);
        } catch (LinkException e) {
            return Optional.empty();
        }
        try {
            return Portraits.decode(face);
        } finally {
            Arrays.fill(face.image(), (byte) 0);
        }
    }

    private CopyCheck.Proof copyCheck(Map<Integer, byte[]> groups) throws LinkException {
        var check = new CopyCheck(service, provider);
        CopyCheck.Proof proof = CopyCheck.Proof.NOT_OFFERED;
        if (groups.containsKey(15)) {
            proof = check.activeAuthentication(groups.get(15));
        }
        boolean open =
                proof == CopyCheck.Proof.NOT_OFFERED || proof == CopyCheck.Proof.NOT_COMPLETED;
        if (open && groups.containsKey(14)) {
            CopyCheck.Proof second = confirmed(check.chipAuthentication(groups.get(14)));
            proof = second == CopyCheck.Proof.NOT_OFFERED ? proof : second;
        }
        card.throwIfBroken();
        return proof;
    }

    /** Only a chip that owns its key can go on talking. */
    private CopyCheck.Proof confirmed(CopyCheck.Proof proof) throws LinkException {
        if (proof == CopyCheck.Proof.CHIP) {
            try {
                files.read(ChipFiles.dataGroup(1), LARGEST_DATA_GROUP_1);
            } catch (CardServiceException | RuntimeException e) {
                // The library breaks in many ways on an answer under another key.
                card.throwIfBroken();
                return CopyCheck.Proof.NOT_COMPLETED;
            }
        }
        return proof;
    }

    /** A key that is offered must prove itself: else the chip may be anybody's copy. */
    private static Authenticity proven(Authenticity found, CopyCheck.Proof proof) {
        return switch (proof) {
            case COPY ->
                    found instanceof Authenticity.Altered
                            ? found
                            : new Authenticity.Altered(
                                    "the chip is a copy: it does not own its key");
            case NOT_COMPLETED ->
                    found instanceof Authenticity.Genuine
                            ? new Authenticity.Untrusted(
                                    Authenticity.Doubt.COPY_POSSIBLE,
                                    "the chip does not prove that it is no copy")
                            : found;
            case NOT_OFFERED, ACTIVE, CHIP -> found;
        };
    }

    private static String mark(CopyCheck.Proof proof) {
        return switch (proof) {
            case ACTIVE -> "+AA";
            case CHIP -> "+CA";
            case NOT_OFFERED, COPY, NOT_COMPLETED -> "";
        };
    }
}
