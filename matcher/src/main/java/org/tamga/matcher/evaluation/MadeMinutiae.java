package org.tamga.matcher.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.tamga.matcher.BiometricBytes;
import org.tamga.matcher.FingerTemplate;
import org.tamga.matcher.TemplateParsing;
import org.tamga.matcher.engine.MinutiaeSet;
import org.tamga.matcher.engine.TemplateFormat;
import org.tamga.matcher.engine.flat.Minutiae;

/**
 * Minutiae of fingers that nobody has, made without images in some microseconds, to fill a gallery
 * beyond the impressions at hand. A stranger takes half of its minutiae from each of two
 * impressions, moved, turned and shaken; another impression of a finger is turned, moved, shaken by
 * two pixels and five degrees, and a quarter of its minutiae is others.
 */
public final class MadeMinutiae {
    private static final int SIDE = 640;
    private static final double CENTRE = SIDE / 2.0;
    private static final float LAST_DIRECTION = Math.nextDown((float) (2 * Math.PI));
    private final Random random;

    public MadeMinutiae(long seed) {
        random = new Random(seed);
    }

    /** Evenly spread over a fingertip of 300 × 360 pixels. */
    public Minutiae scattered(int count) {
        Draft draft = new Draft(count);
        for (int i = 0; i < count; i++) {
            draft.add(anyX(), anyY(), anyDirection(), random.nextBoolean() ? 'E' : 'B');
        }
        return draft.minutiae();
    }

    /**
     * @param impressions at least one, each with minutiae
     */
    public Minutiae stranger(List<Minutiae> impressions) {
        Minutiae a = impressions.get(random.nextInt(impressions.size()));
        Minutiae b = impressions.get(random.nextInt(impressions.size()));
        Draft draft = new Draft((a.count() + b.count()) / 2);
        Motion motion = new Motion(0.5, 40, 6, 0.1);
        for (int i = 0; i < draft.x.length; i++) {
            Minutiae from = i < a.count() / 2 || b.count() == 0 ? a : b;
            motion.move(from, random.nextInt(from.count()), draft);
        }
        return draft.minutiae();
    }

    public Minutiae impressionOf(Minutiae finger) {
        Draft draft = new Draft(finger.count());
        Motion motion = new Motion(0.3, 20, 2, 0.09);
        for (int i = 0; i < finger.count(); i++) {
            if (random.nextInt(4) > 0) {
                motion.move(finger, i, draft);
            } else {
                draft.add(anyX(), anyY(), anyDirection(), random.nextBoolean() ? 'E' : 'B');
            }
        }
        return draft.minutiae();
    }

    /**
     * A stranger with sets of the kinds that the impressions have, each made by itself; a set of
     * which no impression has minutiae is empty.
     */
    public FingerTemplate strangerTo(List<List<MinutiaeSet>> impressions) {
        return template(
                impressions.getFirst().stream()
                        .map(MinutiaeSet::kind)
                        .map(
                                kind ->
                                        new MinutiaeSet(
                                                kind, strangerOrNothing(ofKind(impressions, kind))))
                        .toList());
    }

    private Minutiae strangerOrNothing(List<Minutiae> impressions) {
        return impressions.isEmpty() ? scattered(0) : stranger(impressions);
    }

    private static List<Minutiae> ofKind(
            List<List<MinutiaeSet>> impressions, MinutiaeSet.Kind kind) {
        return impressions.stream()
                .flatMap(List::stream)
                .filter(set -> set.kind() == kind && set.minutiae().count() > 0)
                .map(MinutiaeSet::minutiae)
                .toList();
    }

    /** The sets of a template of the public kind. */
    public static List<MinutiaeSet> sets(FingerTemplate template) {
        try (BiometricBytes bytes = template.toBytes()) {
            byte[] content = bytes.toByteArray();
            try {
                return switch (TemplateFormat.read(content)) {
                    case TemplateFormat.Content(List<MinutiaeSet> sets) -> sets;
                    case TemplateFormat.Fault fault ->
                            throw new IllegalStateException(fault.detail());
                };
            } finally {
                Arrays.fill(content, (byte) 0);
            }
        }
    }

    /** A template without its other sets. */
    public static FingerTemplate firstSet(FingerTemplate template) {
        return template(sets(template).subList(0, 1));
    }

    /** The same as a template of the public kind. */
    public static FingerTemplate template(Minutiae minutiae) {
        return template(List.of(new MinutiaeSet(MinutiaeSet.Kind.SOURCEAFIS, minutiae)));
    }

    private static FingerTemplate template(List<MinutiaeSet> sets) {
        try (BiometricBytes bytes = BiometricBytes.owning(TemplateFormat.write(sets))) {
            return switch (FingerTemplate.parse(bytes)) {
                case TemplateParsing.Parsed(FingerTemplate template) -> template;
                case TemplateParsing.Rejected rejected ->
                        throw new IllegalStateException(rejected.code());
            };
        }
    }

    private double anyX() {
        return CENTRE + random.nextDouble() * 300 - 150;
    }

    private double anyY() {
        return CENTRE + random.nextDouble() * 360 - 180;
    }

    private double anyDirection() {
        return random.nextDouble() * 2 * Math.PI;
    }

    /** One rigid motion with shaking. */
    private final class Motion {
        private final double turn;
        private final double dx;
        private final double dy;
        private final double shake;
        private final double shakeDirection;

        Motion(double turn, double shift, double shake, double shakeDirection) {
            this.turn = (random.nextDouble() * 2 - 1) * turn;
            this.dx = (random.nextDouble() * 2 - 1) * shift;
            this.dy = (random.nextDouble() * 2 - 1) * shift;
            this.shake = shake;
            this.shakeDirection = shakeDirection;
        }

        void move(Minutiae from, int i, Draft to) {
            double x = from.x(i) - from.width() / 2.0;
            double y = from.y(i) - from.height() / 2.0;
            double cos = Math.cos(turn);
            double sin = Math.sin(turn);
            to.add(
                    CENTRE + x * cos - y * sin + dx + random.nextGaussian() * shake,
                    CENTRE + x * sin + y * cos + dy + random.nextGaussian() * shake,
                    from.direction(i) + turn + random.nextGaussian() * shakeDirection,
                    from.type(i));
        }
    }

    private static final class Draft {
        private final short[] x;
        private final short[] y;
        private final float[] direction;
        private final byte[] type;
        private int count;

        Draft(int minutiae) {
            x = new short[minutiae];
            y = new short[minutiae];
            direction = new float[minutiae];
            type = new byte[minutiae];
        }

        void add(double atX, double atY, double pointing, int kind) {
            x[count] = (short) Math.clamp(Math.round(atX), 0, SIDE);
            y[count] = (short) Math.clamp(Math.round(atY), 0, SIDE);
            double turned = pointing - 2 * Math.PI * Math.floor(pointing / (2 * Math.PI));
            direction[count] = Math.min((float) turned, LAST_DIRECTION);
            type[count++] = (byte) kind;
        }

        Minutiae minutiae() {
            return new Minutiae(SIDE, SIDE, x, y, direction, type).ordered();
        }
    }
}
