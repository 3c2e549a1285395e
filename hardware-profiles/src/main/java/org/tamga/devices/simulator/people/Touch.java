package org.tamga.devices.simulator.people;

/**
 * One touch of the scanner, as the numbers that draw it.
 *
 * @param turn rotation in radians, within ±15°
 * @param shiftX of the finger on the window, pixels at 500 dpi
 * @param shiftY of the finger on the window, pixels at 500 dpi
 * @param rollX where on the finger the contact lies, pixels from its middle
 * @param rollY where on the finger the contact lies, pixels from its middle
 * @param contactWidth half axis of the contact ellipse, pixels
 * @param contactHeight half axis of the contact ellipse, pixels
 * @param distortion deviation of the elastic displacement of the skin, pixels
 * @param pressure ridge thickness: 0 even, positive thick, negative thin
 * @param unevenness deviation of the thickness within the impression
 * @param dryness share of the ridges' ink that is missing, 0 … 1
 * @param slide length of the smear in pixels
 * @param scratches number of white lines across
 * @param grain deviation of the sensor's noise in grey levels
 * @param contrast darkness of a full ridge, 0 … 1
 */
record Touch(
        double turn,
        double shiftX,
        double shiftY,
        double rollX,
        double rollY,
        double contactWidth,
        double contactHeight,
        double distortion,
        double pressure,
        double unevenness,
        double dryness,
        double slide,
        int scratches,
        double grain,
        double contrast) {

    private static final double LARGEST_TURN = Math.toRadians(15);

    static Touch draw(ImpressionStyle style, Dice dice) {
        Touch base = style == ImpressionStyle.ENROLMENT ? careful(dice) : hurried(dice);
        return switch (style) {
            case ENROLMENT, NORMAL -> base;
            case DRY -> base.dried(dice.between(0.55, 0.8));
            case WET -> base.wetted(dice.between(0.55, 0.85));
            case PARTIAL -> base.partial(dice);
            case SMUDGED -> base.slid(dice.between(9, 16));
        };
    }

    private static Touch careful(Dice dice) {
        return new Touch(
                turn(dice, 3),
                dice.bell() * 5,
                dice.bell() * 6,
                dice.bell() * 6,
                dice.bell() * 7,
                dice.between(136, 158),
                dice.between(172, 196),
                1.5,
                dice.bell() * 0.08,
                0.15,
                dice.between(0.02, 0.15),
                0,
                dice.below(3),
                4,
                dice.between(0.82, 0.95));
    }

    private static Touch hurried(Dice dice) {
        double size = dice.between(0.78, 1.02);
        return new Touch(
                turn(dice, 7),
                dice.bell() * 14,
                dice.bell() * 14,
                dice.bell() * 20,
                dice.bell() * 26,
                150 * size,
                185 * size * dice.between(0.9, 1.05),
                dice.between(2.0, 5.0),
                dice.bell() * 0.25,
                0.3,
                Math.abs(dice.bell()) * 0.25,
                Math.max(0, dice.bell() * 1.5),
                dice.below(6),
                dice.between(4, 12),
                dice.between(0.65, 0.95));
    }

    private static double turn(Dice dice, double degrees) {
        return Math.clamp(Math.toRadians(dice.bell() * degrees), -LARGEST_TURN, LARGEST_TURN);
    }

    private Touch dried(double share) {
        return new Touch(
                turn,
                shiftX,
                shiftY,
                rollX,
                rollY,
                contactWidth * 0.92,
                contactHeight * 0.92,
                distortion,
                -0.3,
                0.4,
                share,
                slide,
                scratches + 3,
                grain,
                contrast * 0.9);
    }

    private Touch wetted(double amount) {
        return new Touch(
                turn,
                shiftX,
                shiftY,
                rollX,
                rollY,
                contactWidth * 1.05,
                contactHeight * 1.05,
                distortion,
                amount,
                0.5,
                0,
                slide + 1,
                scratches,
                grain,
                1);
    }

    private Touch partial(Dice dice) {
        double side = dice.between(0, 2 * Math.PI);
        return new Touch(
                turn,
                shiftX,
                shiftY,
                rollX + 85 * Math.cos(side),
                rollY + 110 * Math.sin(side),
                dice.between(70, 95),
                dice.between(80, 110),
                distortion,
                pressure,
                unevenness,
                dryness,
                slide,
                scratches,
                grain,
                contrast);
    }

    private Touch slid(double length) {
        return new Touch(
                turn,
                shiftX,
                shiftY,
                rollX,
                rollY,
                contactWidth,
                contactHeight,
                distortion * 1.4,
                pressure + 0.1,
                unevenness,
                dryness,
                length,
                scratches,
                grain,
                contrast);
    }
}
