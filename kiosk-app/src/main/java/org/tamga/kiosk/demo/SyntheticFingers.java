package org.tamga.kiosk.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.tamga.devices.ports.FingerImage;
import org.tamga.devices.simulator.people.SyntheticFinger;
import org.tamga.devices.simulator.people.SyntheticPerson;

/** People drawn from a seed: nothing about them has to be brought along. */
final class SyntheticFingers {
    private SyntheticFingers() {}

    static Population population(long seed, int voters, int strangers) {
        return new Population(people(seed, 0, voters), people(seed, voters, strangers));
    }

    private static List<Population.Voter> people(long seed, int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(index -> person(seed, index))
                .toList();
    }

    private static Population.Voter person(long seed, int index) {
        var person = SyntheticPerson.of(seed, index);
        var fingers =
                List.<Population.Finger>of(
                        new Drawn(2, person.rightIndexSeed()),
                        new Drawn(7, person.leftIndexSeed()));
        return new Population.Voter(index + 1, papers(person), fingers);
    }

    static Population.Papers papers(SyntheticPerson person) {
        return new Population.Papers(
                person.family(),
                person.given(),
                person.patronymic(),
                person.sex().name(),
                person.birthDate().toString(),
                person.personalNumber(),
                person.faceSeed());
    }

    private record Drawn(int position, long seed) implements Population.Finger {
        @Override
        public Population.Impression enrolled() {
            return new DrawnImpression(seed, 0);
        }

        @Override
        public List<Population.Impression> presented(int limit) {
            return IntStream.rangeClosed(1, limit)
                    .<Population.Impression>mapToObj(n -> new DrawnImpression(seed, n))
                    .toList();
        }
    }

    private record DrawnImpression(long seed, int number) implements Population.Impression {
        @Override
        public String extension() {
            return ".png";
        }

        @Override
        public byte[] bytes() {
            try (var image = SyntheticFinger.of(seed).impression(number)) {
                return png(image);
            }
        }
    }

    private static byte[] png(FingerImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            try (var memory = new MemoryCacheImageOutputStream(bytes)) {
                ImageIO.write(image.toBufferedImage(), "png", memory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
