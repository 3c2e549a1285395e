package org.tamga.kiosk.demo;

import java.util.List;
import java.util.Optional;
import org.tamga.devices.Simulation;
import org.tamga.devices.simulator.ChipPlate;
import org.tamga.devices.simulator.DocumentPlate;
import org.tamga.devices.simulator.people.IdentityCard;
import org.tamga.devices.simulator.people.SyntheticFace;
import org.tamga.devices.simulator.people.SyntheticPerson;

/** Lays the identity cards of drawn people on the simulated readers of a kit. */
public final class DrawnDocuments {

    /** How the face was when the card was issued. */
    private static final int ISSUED = 0;

    private final DocumentPlate lines;
    private final Optional<ChipPlate> chips;

    private DrawnDocuments(DocumentPlate lines, Optional<ChipPlate> chips) {
        this.lines = lines;
        this.chips = chips;
    }

    /** Empty where the reader of printed lines is real, or missing. */
    public static Optional<DrawnDocuments> of(Simulation simulation) {
        return simulation
                .documentPlate()
                .map(lines -> new DrawnDocuments(lines, simulation.chipPlate()));
    }

    void present(SyntheticPerson person) {
        List<String> card = IdentityCard.mrz(person);
        chips.ifPresent(
                plate -> plate.lay(card, SyntheticFace.of(person.faceSeed()).capture(ISSUED)));
        lines.present(card);
    }
}
