package org.tamga.devices.simulator.people;

/** One touch of the scanner, as the numbers that draw it. Lengths are pixels at 500 dpi. */
record Touch(Placement placement, Skin skin, Sensor sensor) {

    /**
     * @param turn radians, within ±15°
     * @param shiftX of the contact on the window
     * @param shiftY of the contact on the window
     * @param rollX where on the finger the contact lies, from its middle
     * @param rollY where on the finger the contact lies, from its middle
     * @param halfWidth of the contact ellipse
     * @param halfHeight of the contact ellipse
     */
    record Placement(
            double turn,
            double shiftX,
            double shiftY,
            double rollX,
            double rollY,
            double halfWidth,
            double halfHeight) {}

    /**
     * @param distortion deviation of the elastic displacement
     * @param pressure ridge thickness: 0 even, positive thick, negative thin, within ±1
     * @param unevenness deviation of the thickness within the impression
     * @param dryness share of the ink that is missing, 0 … 1
     * @param slide length of the smear
     * @param scratches white lines
     */
    record Skin(
            double distortion,
            double pressure,
            double unevenness,
            double dryness,
            double slide,
            int scratches) {}

    /**
     * @param grain deviation of the noise in grey levels
     * @param contrast darkness of a full ridge, 0 … 1
     */
    record Sensor(double grain, double contrast) {}

    private static final double LARGEST_TURN = Math.toRadians(15);

    /** Of the touches of a polling day, the share in which something is plainly wrong. */
    private static final double MISHAPS = 0.28;

    static Touch draw(ImpressionStyle style, Dice dice) {
        return switch (style) {
            case ENROLMENT -> careful(dice);
            case NORMAL -> dice.chance(MISHAPS) ? mishap(dice) : hurried(dice);
            case DRY -> hurried(dice).dried(dice.between(0.75, 1));
            case WET -> hurried(dice).wetted(dice.between(0.75, 1));
            case PARTIAL -> hurried(dice).partial(dice, dice.between(0.75, 1));
            case SMUDGED -> hurried(dice).slid(dice.between(8, 15));
        };
    }

    private static Touch careful(Dice dice) {
        return new Touch(
                new Placement(
                        turn(dice, 3),
                        dice.bell() * 5,
                        dice.bell() * 6,
                        dice.bell() * 6,
                        dice.bell() * 7,
                        dice.between(134, 156),
                        dice.between(168, 192)),
                new Skin(2.5, dice.bell() * 0.1, 0.2, dice.between(0.05, 0.3), 0, dice.below(3)),
                new Sensor(4, dice.between(0.82, 0.95)));
    }

    private static Touch hurried(Dice dice) {
        double size = dice.between(0.72, 1.0);
        return new Touch(
                new Placement(
                        turn(dice, 7),
                        dice.bell() * 12,
                        dice.bell() * 12,
                        dice.bell() * 24,
                        dice.bell() * 32,
                        148 * size,
                        182 * size * dice.between(0.9, 1.05)),
                new Skin(
                        dice.between(3, 9),
                        dice.bell() * 0.28,
                        0.38,
                        dice.between(0.1, 0.62),
                        Math.max(0, dice.bell() * 1.5),
                        dice.below(6)),
                new Sensor(dice.between(4, 12), dice.between(0.65, 0.95)));
    }

    private static Touch mishap(Dice dice) {
        Touch touch = hurried(dice);
        double severity = dice.between(0.4, 1.0);
        return switch (dice.below(4)) {
            case 0 -> touch.dried(severity);
            case 1 -> touch.wetted(severity);
            case 2 -> touch.slid(2 + 6 * severity);
            default -> touch.partial(dice, severity);
        };
    }

    private static double turn(Dice dice, double degrees) {
        return Math.clamp(Math.toRadians(dice.bell() * degrees), -LARGEST_TURN, LARGEST_TURN);
    }

    private Touch dried(double severity) {
        return withSkin(
                new Skin(
                        skin.distortion,
                        -0.15 - 0.3 * severity,
                        0.45,
                        0.6 + 0.35 * severity,
                        skin.slide,
                        skin.scratches + 4));
    }

    private Touch wetted(double severity) {
        return withSkin(
                new Skin(
                        skin.distortion,
                        0.3 + 0.55 * severity,
                        0.5,
                        skin.dryness * 0.3,
                        skin.slide + 1,
                        skin.scratches));
    }

    private Touch slid(double length) {
        return withSkin(
                new Skin(
                        skin.distortion * 1.3,
                        skin.pressure + 0.1,
                        skin.unevenness,
                        skin.dryness * 0.7,
                        length,
                        skin.scratches));
    }

    private Touch partial(Dice dice, double severity) {
        double side = dice.between(0, 2 * Math.PI);
        double size = 1 - 0.5 * severity;
        return new Touch(
                new Placement(
                        placement.turn,
                        placement.shiftX,
                        placement.shiftY,
                        placement.rollX + 80 * severity * Math.cos(side),
                        placement.rollY + 100 * severity * Math.sin(side),
                        140 * size,
                        170 * size),
                skin,
                sensor);
    }

    private Touch withSkin(Skin other) {
        return new Touch(placement, other, sensor);
    }
}
