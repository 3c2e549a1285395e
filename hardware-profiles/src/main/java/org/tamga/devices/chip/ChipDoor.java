package org.tamga.devices.chip;

import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import net.sf.scuba.smartcards.CardServiceException;
import org.jmrtd.BACKey;
import org.jmrtd.PACEKeySpec;
import org.jmrtd.PassportService;
import org.jmrtd.lds.PACEInfo;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.ChipAccess;
import org.tamga.devices.ports.DeviceFault;

/**
 * Opens a chip: by PACE where the chip offers it, else by Basic Access Control (ICAO Doc 9303-11,
 * clause 4.2). A chip that offers PACE and refuses the key is not tried with BAC.
 */
final class ChipDoor {
    private static final DateTimeFormatter YYMMDD = DateTimeFormatter.ofPattern("yyMMdd");
    private static final int LARGEST_CARD_ACCESS = 4_096;
    private static final int SHORTEST_NUMBER = 9;

    /** Authentication failed, blocked, conditions not satisfied, wrong data in the field. */
    private static final Set<Integer> REFUSALS =
            Set.of(0x6300, 0x6982, 0x6983, 0x6984, 0x6985, 0x6988, 0x6A80);

    private final PassportService service;
    private final ChipFiles files;
    private final LinkCardService card;

    ChipDoor(PassportService service, ChipFiles files, LinkCardService card) {
        this.service = service;
        this.files = files;
        this.card = card;
    }

    /**
     * @param protocol its name
     * @param cardAccess EF.CardAccess; empty when the chip shows none
     */
    record Opened(String protocol, byte[] cardAccess) {}

    /** Selects the travel document's application behind secure messaging. */
    Opened open(ChipAccess access) throws LinkException, CardServiceException {
        byte[] cardAccess = cardAccess();
        List<PACEInfo> ways = cardAccess.length == 0 ? List.of() : CardAccess.ways(cardAccess);
        if (!ways.isEmpty()) {
            pace(access, ways.getFirst());
            service.sendSelectApplet(true);
            return new Opened("PACE", cardAccess);
        }
        if (!(access instanceof ChipAccess.MrzKey key)) {
            throw new LinkException(
                    DeviceFault.ACCESS_REFUSED, "this chip has no PACE: the printed lines open it");
        }
        service.sendSelectApplet(false);
        bac(key);
        return new Opened("BAC", cardAccess);
    }

    private byte[] cardAccess() throws LinkException {
        try {
            return files.find(ChipFiles.EF_CARD_ACCESS, LARGEST_CARD_ACCESS).orElse(new byte[0]);
        } catch (CardServiceException e) {
            card.throwIfBroken();
            // Chips older than PACE refuse the file in many ways.
            return new byte[0];
        }
    }

    private void pace(ChipAccess access, PACEInfo way) throws LinkException {
        try {
            PACEKeySpec key =
                    switch (access) {
                        case ChipAccess.MrzKey mrz -> PACEKeySpec.createMRZKey(key(mrz));
                        case ChipAccess.CardAccessNumber(String digits) ->
                                PACEKeySpec.createCANKey(digits);
                    };
            service.doPACE(
                    key,
                    way.getObjectIdentifier(),
                    PACEInfo.toParameterSpec(way.getParameterId()),
                    way.getParameterId());
        } catch (CardServiceException e) {
            throw refused(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void bac(ChipAccess.MrzKey mrz) throws LinkException {
        try {
            service.doBAC(key(mrz));
        } catch (CardServiceException e) {
            throw refused(e);
        }
    }

    private LinkException refused(CardServiceException e) throws LinkException {
        card.throwIfBroken();
        int status = e.getSW();
        boolean refusal = REFUSALS.contains(status) || (status & 0xFFF0) == 0x63C0;
        return refusal
                ? new LinkException(DeviceFault.ACCESS_REFUSED, "the chip does not take the key")
                : Tlv.broken(
                        "the chip breaks off the key agreement (%04X)".formatted(status & 0xFFFF));
    }

    private static BACKey key(ChipAccess.MrzKey mrz) {
        String number = mrz.documentNumber();
        String filled = number + "<".repeat(Math.max(0, SHORTEST_NUMBER - number.length()));
        return new BACKey(filled, date(mrz.birth()), date(mrz.expiry()));
    }

    private static String date(LocalDate date) {
        return YYMMDD.format(date);
    }
}
