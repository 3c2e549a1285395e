package org.tamga.devices.simulator.people;

import java.util.ArrayList;
import java.util.List;

/**
 * Direction of the ridges of one finger, from its singular points: θ = ½ (Σ g(arg(z − core)) − Σ
 * g(arg(z − delta))) (Sherlock and Monro 1993), with g bent by a random piecewise-linear correction
 * (Vizcaya and Gerhardt 1996); arches, which have no singular point, by their own formula.
 * Coordinates are pixels of the 500 dpi master, y down.
 */
final class OrientationField {
    private static final int SECTORS = 8;

    /**
     * A singular point and the correction of its angle at {@link #SECTORS} directions, in radians.
     */
    private record Singularity(double x, double y, double sign, double[] bend) {
        double turn(double px, double py) {
            double angle = Math.atan2(y - py, px - x);
            double sector = (angle + Math.PI) / (2 * Math.PI) * SECTORS;
            int before = (int) sector % SECTORS;
            double share = sector - Math.floor(sector);
            double correction = bend[before] * (1 - share) + bend[(before + 1) % SECTORS] * share;
            return sign * 0.5 * (angle + correction);
        }
    }

    private final List<Singularity> singularities = new ArrayList<>();
    private final SmoothNoise irregularity;
    private final double archHeight;
    private final double archCentreX;
    private final double archTop;
    private final double height;
    private final double width;

    OrientationField(FingerPattern pattern, Dice dice, double width, double height) {
        this.width = width;
        this.height = height;
        double x = width / 2 + dice.bell() * 8;
        double y = height * 0.46 + dice.bell() * 12;
        archCentreX = x;
        archTop = y - height * 0.1;
        archHeight = pattern == FingerPattern.ARCH ? dice.between(0.9, 1.6) : 0;
        place(pattern, dice, x, y);
        irregularity = new SmoothNoise(dice, width, height, 70, 0.09);
    }

    private void place(FingerPattern pattern, Dice dice, double x, double y) {
        double side = dice.between(75, 125);
        double drop = dice.between(85, 140);
        switch (pattern) {
            case ARCH -> {}
            case TENTED_ARCH -> {
                core(dice, x, y);
                delta(dice, x + dice.bell() * 4, y + dice.between(60, 110));
            }
            case LEFT_LOOP -> {
                core(dice, x, y);
                delta(dice, x + side, y + drop);
            }
            case RIGHT_LOOP -> {
                core(dice, x, y);
                delta(dice, x - side, y + drop);
            }
            case WHORL -> {
                double half = dice.between(6, 26);
                double lean = dice.bell() * 6;
                core(dice, x - lean, y - half);
                core(dice, x + lean, y + half);
                delta(dice, x - side - 10, y + drop + dice.bell() * 10);
                delta(dice, x + side + 10, y + drop + dice.bell() * 10);
            }
            case DOUBLE_LOOP -> {
                double lean = dice.between(20, 38) * (dice.chance(0.5) ? 1 : -1);
                double half = dice.between(22, 38);
                core(dice, x - lean, y - half);
                core(dice, x + lean, y + half);
                delta(dice, x - side - 15, y + drop + dice.bell() * 10);
                delta(dice, x + side + 15, y + drop + dice.bell() * 10);
            }
        }
    }

    private void core(Dice dice, double x, double y) {
        singularities.add(new Singularity(x, y, 1, bend(dice)));
    }

    private void delta(Dice dice, double x, double y) {
        singularities.add(new Singularity(x, y, -1, bend(dice)));
    }

    private static double[] bend(Dice dice) {
        double[] bend = new double[SECTORS];
        for (int i = 0; i < SECTORS; i++) {
            bend[i] = dice.bell() * 0.12;
        }
        return bend;
    }

    /** Ridge direction in radians, modulo π, counter-clockwise from the x axis with y up. */
    double at(double x, double y) {
        double angle = irregularity.at(x, y);
        for (Singularity singularity : singularities) {
            angle += singularity.turn(x, y);
        }
        return angle + arch(x, y);
    }

    private double arch(double x, double y) {
        if (archHeight == 0) {
            return 0;
        }
        double below = Math.clamp((y - archTop) / (height * 0.45) + 0.35, 0.1, 1.0);
        double fade = Math.clamp((height - y) / (height * 0.3), 0.0, 1.0);
        double slope =
                archHeight
                        * below
                        * fade
                        * Math.sin((archCentreX - x) / width * 2 * Math.PI * 0.75);
        return Math.atan(slope);
    }
}
