package org.tamga.devices.simulator;

import java.awt.image.BufferedImage;
import java.time.LocalDate;
import java.util.List;
import org.tamga.devices.ports.ChipAccess;
import org.tamga.devices.ports.FingerImage;
import org.tamga.devices.simulator.people.SyntheticFace;
import org.tamga.devices.simulator.people.SyntheticFinger;

/** The drawn person who stands before simulated devices at a self-test. Belongs to nobody. */
public final class TestVisitor {
    private static final long PERSON = 20_261_122;

    private TestVisitor() {}

    /** 500 dpi; the caller closes it. */
    public static FingerImage finger() {
        return SyntheticFinger.of(PERSON).impression(0);
    }

    public static BufferedImage face() {
        return SyntheticFace.of(PERSON).capture(0);
    }

    /** Opens every simulated token; real ones have no such PIN. */
    public static char[] pin() {
        return new char[] {'1', '2', '3', '4'};
    }

    /** Opens the chip of the visitor's card. */
    public static ChipAccess.MrzKey chipAccess() {
        return new ChipAccess.MrzKey(
                "D23145890", LocalDate.of(1974, 8, 12), LocalDate.of(2012, 4, 15));
    }

    /** An identity card (TD1) of the state UTO, as the specimens of ICAO 9303 are. */
    public static List<String> mrz() {
        return List.of(
                "I<UTOD231458907<<<<<<<<<<<<<<<",
                "7408122F1204159UTO<<<<<<<<<<<6",
                "ERIKSSON<<ANNA<MARIA<<<<<<<<<<");
    }
}
