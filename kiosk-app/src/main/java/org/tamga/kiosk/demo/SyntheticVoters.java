package org.tamga.kiosk.demo;

import java.util.Optional;
import org.tamga.devices.simulator.FingerQueue;
import org.tamga.devices.simulator.SimulatedCamera;
import org.tamga.devices.simulator.SimulatedFingerScanner;
import org.tamga.devices.simulator.SkinCondition;
import org.tamga.devices.simulator.people.ImpressionStyle;
import org.tamga.devices.simulator.people.SyntheticFace;
import org.tamga.devices.simulator.people.SyntheticFinger;
import org.tamga.devices.simulator.people.SyntheticPerson;
import org.tamga.kiosk.identify.SimulatedVoters;

/**
 * The drawn people of a demonstration, who step up to the operator's table when a button of the
 * strip is pressed.
 */
public final class SyntheticVoters implements SimulatedVoters {
    private final long seed;
    private final int voters;
    private final FingerQueue glass;
    private final SimulatedFingerScanner scanner;
    private final SimulatedCamera camera;
    private int next;
    private int strangers;
    private int touches;

    /**
     * The population that {@code tamga demo} enrolled.
     *
     * @param seed of the population
     * @param voters how many of it are enrolled; whoever comes after them is a stranger
     */
    public SyntheticVoters(
            long seed,
            int voters,
            FingerQueue glass,
            SimulatedFingerScanner scanner,
            SimulatedCamera camera) {
        this.seed = seed;
        this.voters = voters;
        this.glass = glass;
        this.scanner = scanner;
        this.camera = camera;
    }

    @Override
    public synchronized Optional<String> present(Presentation presentation) {
        return switch (presentation) {
            case NEXT_VOTER -> {
                stepUp(person(next++ % voters), SkinCondition.NORMAL);
                yield Optional.empty();
            }
            case CLAIMED -> {
                var person = person(next++ % voters);
                stepUp(person, SkinCondition.NORMAL);
                yield Optional.of(person.personalNumber());
            }
            case STRANGER -> {
                stepUp(person(voters + strangers++), SkinCondition.NORMAL);
                yield Optional.empty();
            }
            case WET_FINGER -> {
                stepUp(person(next % voters), SkinCondition.SOAKED);
                yield Optional.empty();
            }
            case SECOND_ATTEMPT -> {
                stepUp(person(Math.max(0, next - 1) % voters), SkinCondition.NORMAL);
                yield Optional.empty();
            }
        };
    }

    private SyntheticPerson person(int index) {
        return SyntheticPerson.of(seed, index);
    }

    private void stepUp(SyntheticPerson person, SkinCondition skin) {
        touches++;
        camera.look(SyntheticFace.of(person.faceSeed()).capture(touches));
        glass.clear();
        scanner.skin(skin);
        glass.present(
                SyntheticFinger.of(person.rightIndexSeed())
                        .impression(touches, ImpressionStyle.NORMAL));
    }
}
