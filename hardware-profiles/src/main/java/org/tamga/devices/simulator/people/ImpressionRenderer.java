package org.tamga.devices.simulator.people;

/**
 * Draws what an optical scanner sees of one touch: dark ridges on a light ground, 8 bits, 500 dpi.
 */
final class ImpressionRenderer {
    static final int WIDTH = 340;
    static final int HEIGHT = 400;

    /** Steepness of the edge between ridge and valley. */
    private static final float EDGE = 4.5f;

    private final RidgePattern skin;
    private final Touch.Placement placement;
    private final Touch.Skin state;
    private final Touch.Sensor sensor;
    private final SmoothNoise stretchX;
    private final SmoothNoise stretchY;
    private final SmoothNoise rim;
    private final float[] pressure;
    private final float[] grains;
    private final float[] breaks;
    private final float[] scratches;
    private final float cos;
    private final float sin;
    private final Dice dice;

    ImpressionRenderer(RidgePattern skin, Touch touch, Dice dice) {
        this.skin = skin;
        this.placement = touch.placement();
        this.state = touch.skin();
        this.sensor = touch.sensor();
        this.dice = dice;
        this.cos = (float) Math.cos(placement.turn());
        this.sin = (float) Math.sin(placement.turn());
        stretchX = new SmoothNoise(dice, WIDTH, HEIGHT, 75, state.distortion());
        stretchY = new SmoothNoise(dice, WIDTH, HEIGHT, 75, state.distortion());
        rim = new SmoothNoise(dice, WIDTH, HEIGHT, 42, 0.08);
        pressure =
                new SmoothNoise(dice, WIDTH, HEIGHT, 32, state.unevenness()).raster(WIDTH, HEIGHT);
        grains = new SmoothNoise(dice, WIDTH, HEIGHT, 2.2, 1).raster(WIDTH, HEIGHT);
        breaks = new SmoothNoise(dice, WIDTH, HEIGHT, 5, 1).raster(WIDTH, HEIGHT);
        scratches = scratches();
    }

    byte[] draw() {
        float[] darkness = new float[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                darkness[y * WIDTH + x] = darkness(x, y);
            }
        }
        return develop(state.slide() < 1 ? darkness : smear(darkness));
    }

    private float darkness(int x, int y) {
        float contact = contact(x, y);
        if (contact <= 0) {
            return 0;
        }
        int i = y * WIDTH + x;
        float firmness = (float) state.pressure() + pressure[i] - 0.5f * (1 - contact);
        float level = EDGE * (ridge(x, y) + firmness);
        float ink = 0.5f + 0.5f * level / (1 + Math.abs(level));
        float gap = Math.clamp(0.3f + 0.5f * grains[i] + 0.55f * breaks[i], 0f, 1f);
        float missing = (float) state.dryness() * gap;
        return ink * (1 - missing) * Math.min(1, contact * 3) * scratches[i];
    }

    /** 1 in the middle of the contact, 0 at its rim and beyond. */
    private float contact(int x, int y) {
        double dx = (x - WIDTH / 2.0 - placement.shiftX()) / placement.halfWidth();
        double dy = (y - HEIGHT / 2.0 - placement.shiftY()) / placement.halfHeight();
        double distance = dx * dx + dy * dy;
        if (distance > 1.5) {
            return 0;
        }
        return (float) Math.clamp((1 - distance + rim.at(x, y)) * 2.5, 0, 1);
    }

    private float ridge(int x, int y) {
        double dx = x - WIDTH / 2.0 - placement.shiftX() + stretchX.at(x, y);
        double dy = y - HEIGHT / 2.0 - placement.shiftY() + stretchY.at(x, y);
        return skin.at(
                RidgePattern.WIDTH / 2.0 + placement.rollX() + cos * dx - sin * dy,
                RidgePattern.HEIGHT / 2.0 + placement.rollY() + sin * dx + cos * dy);
    }

    private float[] scratches() {
        float[] mask = new float[WIDTH * HEIGHT];
        java.util.Arrays.fill(mask, 1f);
        for (int n = 0; n < state.scratches(); n++) {
            double x = dice.between(0.15, 0.85) * WIDTH;
            double y = dice.between(0.15, 0.85) * HEIGHT;
            double angle = dice.between(0, Math.PI);
            double length = dice.between(25, 120);
            for (double s = 0; s < length; s += 0.5) {
                angle += dice.bell() * 0.015;
                x += 0.5 * Math.cos(angle);
                y += 0.5 * Math.sin(angle);
                fade(mask, (int) x, (int) y);
            }
        }
        return mask;
    }

    private static void fade(float[] mask, int x, int y) {
        for (int row = Math.max(0, y - 1); row <= Math.min(HEIGHT - 1, y + 1); row++) {
            for (int column = Math.max(0, x - 1); column <= Math.min(WIDTH - 1, x + 1); column++) {
                boolean middle = row == y && column == x;
                int i = row * WIDTH + column;
                mask[i] = Math.min(mask[i], middle ? 0.1f : 0.5f);
            }
        }
    }

    /** The finger slid along one direction while the image was taken. */
    private float[] smear(float[] sharp) {
        double direction = dice.between(0, 2 * Math.PI);
        int steps = (int) Math.ceil(state.slide());
        int dx10 = (int) (10 * Math.cos(direction));
        int dy10 = (int) (10 * Math.sin(direction));
        float[] smeared = new float[sharp.length];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                float sum = 0;
                for (int s = 0; s < steps; s++) {
                    int column = Math.clamp(x + s * dx10 / 10, 0, WIDTH - 1);
                    int row = Math.clamp(y + s * dy10 / 10, 0, HEIGHT - 1);
                    sum += sharp[row * WIDTH + column];
                }
                smeared[y * WIDTH + x] = sum / steps;
            }
        }
        return smeared;
    }

    private byte[] develop(float[] darkness) {
        double ground = dice.between(228, 246);
        double ink = ground * sensor.contrast();
        byte[] gray = new byte[darkness.length];
        for (int i = 0; i < gray.length; i++) {
            double noise =
                    sensor.grain()
                            * (dice.unit() + dice.unit() - 1)
                            * 2.4
                            * (0.25 + 0.75 * Math.min(1, darkness[i] * 3));
            gray[i] = (byte) Math.clamp(Math.round(ground - ink * darkness[i] + noise), 0, 255);
        }
        return gray;
    }
}
