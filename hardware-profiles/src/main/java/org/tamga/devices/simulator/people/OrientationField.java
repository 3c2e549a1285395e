package org.tamga.devices.simulator.people;

import java.util.ArrayList;
import java.util.List;

/**
 * Direction of the ridges of one finger, from its singular points: θ = ½ (Σ g(arg(z − core)) − Σ
 * g(arg(z − delta))) (Sherlock and Monro 1993), with g bent for each point (Vizcaya and Gerhardt
 * 1996): cores by a sine that lays the ridges inside a loop side by side, and everything by a
 * random piecewise-linear correction. Arches, which have no singular point, have their own formula.
 * Coordinates are pixels of the 500 dpi skin, y down.
 */
final class OrientationField {
    private static final int SECTORS = 8;

    /**
     * @param sign 1 core, −1 delta
     * @param axis direction in which a core's loop opens, radians
     * @param nesting 0 … 1: how parallel the ridges inside the loop are
     * @param bend random correction of the angle at {@link #SECTORS} directions, radians
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared nor shown
    private record Singularity(
            double x, double y, double sign, double axis, double nesting, double[] bend) {
        double turn(double px, double py) {
            double angle = Math.atan2(y - py, px - x);
            double sector = (angle + Math.PI) / (2 * Math.PI) * SECTORS;
            int before = (int) sector % SECTORS;
            double share = sector - Math.floor(sector);
            double correction = bend[before] * (1 - share) + bend[(before + 1) % SECTORS] * share;
            return sign * 0.5 * (angle + correction - nesting * Math.sin(angle - axis));
        }
    }

    private final List<Singularity> singularities = new ArrayList<>();
    private final Dice dice;
    private final double width;
    private final double height;
    private final double tilt;
    private final double centreX;
    private final double centreY;
    private final double archHeight;
    private final SmoothNoise irregularity;
    private final SmoothNoise drift;

    OrientationField(FingerPattern pattern, Dice dice, double width, double height) {
        this.dice = dice;
        this.width = width;
        this.height = height;
        tilt = Math.toRadians(dice.bell() * 7);
        centreX = width / 2 + dice.bell() * 14;
        centreY = height * 0.46 + dice.bell() * 22;
        archHeight = pattern == FingerPattern.ARCH ? dice.between(0.8, 1.7) : 0;
        place(pattern);
        irregularity = new SmoothNoise(dice, width, height, 60, 0.07);
        drift = new SmoothNoise(dice, width, height, 120, 0.15);
    }

    private void place(FingerPattern pattern) {
        double side = dice.between(65, 135);
        double drop = dice.between(75, 150);
        double nesting = dice.between(0.35, 0.75);
        switch (pattern) {
            case ARCH -> {}
            case TENTED_ARCH -> {
                core(0, 0, -1, nesting);
                delta(dice.bell() * 5, dice.between(60, 110));
            }
            case LEFT_LOOP -> {
                core(0, 0, -1, nesting);
                delta(side, drop);
            }
            case RIGHT_LOOP -> {
                core(0, 0, -1, nesting);
                delta(-side, drop);
            }
            case WHORL -> {
                double half = dice.between(8, 34);
                facingCores(dice.bell() * 7, half, nesting * half / 40);
                delta(-side - 10, drop + dice.bell() * 12);
                delta(side + 10, drop + dice.bell() * 12);
            }
            case DOUBLE_LOOP -> {
                double lean = dice.between(20, 40) * (dice.chance(0.5) ? 1 : -1);
                facingCores(lean, dice.between(22, 40), nesting * 0.7);
                delta(-side - 15, drop + dice.bell() * 12);
                delta(side + 15, drop + dice.bell() * 12);
            }
        }
    }

    private void facingCores(double lean, double half, double nesting) {
        core(-lean, -half, -1, nesting);
        core(lean, half, 1, nesting);
    }

    /**
     * @param opens −1 downwards, 1 upwards
     */
    private void core(double x, double y, int opens, double nesting) {
        double axis = opens * Math.PI / 2;
        singularities.add(new Singularity(centreX + x, centreY + y, 1, axis, nesting, bend()));
    }

    private void delta(double x, double y) {
        singularities.add(new Singularity(centreX + x, centreY + y, -1, 0, 0, bend()));
    }

    private double[] bend() {
        double[] bend = new double[SECTORS];
        for (int i = 0; i < SECTORS; i++) {
            bend[i] = dice.bell() * 0.14;
        }
        return bend;
    }

    /** Ridge direction in radians, modulo π, counter-clockwise from the x axis with y up. */
    double at(double x, double y) {
        double dx = x - centreX;
        double dy = y - centreY;
        double px = centreX + dx * Math.cos(tilt) - dy * Math.sin(tilt);
        double py = centreY + dx * Math.sin(tilt) + dy * Math.cos(tilt);
        double angle = tilt + irregularity.at(x, y) + drift.at(x, y) + arch(px, py);
        for (Singularity singularity : singularities) {
            angle += singularity.turn(px, py);
        }
        return angle;
    }

    private double arch(double x, double y) {
        if (archHeight == 0) {
            return 0;
        }
        double below = Math.clamp((y - centreY) / (height * 0.45) + 0.6, 0.1, 1.0);
        double fade = Math.clamp((height - y) / (height * 0.3), 0.0, 1.0);
        return Math.atan(
                archHeight * below * fade * Math.sin((centreX - x) / width * 1.5 * Math.PI));
    }
}
