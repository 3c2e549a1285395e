package org.tamga.kiosk.station;

import java.util.Optional;
import org.tamga.devices.simulator.people.SyntheticFace;
import org.tamga.kiosk.identify.SimulatedVoters;

/** Synthetic voters 0, 1, 2 … step up one after another. */
final class TestVoters implements SimulatedVoters {

    private final SimulatedKit devices;
    private int next;
    private int last;
    private int strangers;

    TestVoters(SimulatedKit devices) {
        this.devices = devices;
    }

    @Override
    public synchronized Optional<String> present(Presentation presentation) {
        int person =
                switch (presentation) {
                    case NEXT_VOTER, CLAIMED -> next++;
                    case WET_FINGER -> next;
                    case STRANGER -> 500 + strangers++;
                    case SECOND_ATTEMPT -> last;
                };
        if (presentation != Presentation.STRANGER) {
            last = person;
        }
        devices.camera().look(SyntheticFace.of(TestKit.person(person).faceSeed()).capture(1));
        devices.fingers()
                .present(
                        presentation == Presentation.WET_FINGER
                                ? TestKit.smudge()
                                : TestKit.finger(person, 1));
        return presentation == Presentation.CLAIMED
                ? Optional.of(TestKit.person(person).personalNumber())
                : Optional.empty();
    }
}
