package org.tamga.kiosk.demo;

import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.function.Consumer;
import org.tamga.devices.simulator.FingerQueue;
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
    private final Consumer<BufferedImage> camera;
    private final Optional<DrawnDocuments> documents;
    private int next;
    private int strangers;
    private int touches;

    /**
     * The population that {@code tamga demo} enrolled.
     *
     * @param seed of the population
     * @param voters how many of it are enrolled; whoever comes after them is a stranger
     * @param glass of the simulated scanner
     * @param camera is shown each person's face
     * @param documents where a person's card is laid; without them the number is named
     */
    public SyntheticVoters(
            long seed,
            int voters,
            FingerQueue glass,
            Consumer<BufferedImage> camera,
            Optional<DrawnDocuments> documents) {
        this.seed = seed;
        this.voters = voters;
        this.glass = glass;
        this.camera = camera;
        this.documents = documents;
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
                documents.ifPresent(plates -> plates.present(person));
                yield documents.isPresent()
                        ? Optional.empty()
                        : Optional.of(person.personalNumber());
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
        camera.accept(SyntheticFace.of(person.faceSeed()).capture(touches));
        glass.clear();
        try (var finger =
                SyntheticFinger.of(person.rightIndexSeed())
                        .impression(touches, ImpressionStyle.NORMAL)) {
            glass.present(skin.applyTo(finger));
        }
    }
}
