package org.tamga.devices.simulator.people;

/**
 * What differs between two pictures of the same face.
 *
 * @param yaw turned aside, −1 … 1 is about ±20°
 * @param pitch up and down, −1 … 1
 * @param roll radians
 * @param scale size on the picture
 * @param light from which side, −1 … 1
 * @param gain brightness, 1 is even
 * @param smile −1 … 1
 * @param lids opening of the eyes, 0.6 … 1.1
 * @param grain deviation of the camera's noise in grey levels
 */
record FaceView(
        double yaw,
        double pitch,
        double roll,
        double scale,
        double shiftX,
        double shiftY,
        double light,
        double gain,
        double smile,
        double lids,
        double grain) {

    /** The portrait of the register: straight, even, calm. */
    static FaceView portrait(Dice dice) {
        return new FaceView(
                0,
                0,
                dice.bell() * 0.008,
                1,
                0,
                0,
                dice.bell() * 0.2,
                1,
                0.2 + dice.bell() * 0.15,
                1,
                1.2);
    }

    static FaceView camera(Dice dice) {
        return new FaceView(
                dice.bell() * 0.35,
                dice.bell() * 0.3,
                dice.bell() * 0.04,
                dice.between(0.9, 1.04),
                dice.bell() * 10,
                dice.bell() * 8,
                dice.bell() * 0.5,
                dice.between(0.84, 1.1),
                0.1 + dice.bell() * 0.3,
                dice.between(0.75, 1.08),
                dice.between(2, 5));
    }
}
