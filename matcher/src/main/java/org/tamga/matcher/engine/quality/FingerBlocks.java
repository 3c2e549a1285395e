package org.tamga.matcher.engine.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** An image cut into blocks of about 0.8 mm, two ridge periods. */
record FingerBlocks(GreyField image, int side, List<RidgeBlock> blocks) {
    private static final double BLOCK_MM = 0.8;

    /** Share of the image's blocks, the lightest, that tell how light the empty glass is. */
    private static final double LIGHTEST = 0.05;

    /** What is darker than the empty glass by this much is touched, ridges or not. */
    private static final double CONTACT_STEP = 40;

    static FingerBlocks of(GreyField image) {
        int side = Math.max(4, (int) Math.round(BLOCK_MM * image.pixelsPerMm()));
        List<RidgeBlock> blocks = new ArrayList<>();
        for (int top = 0; top + side <= image.height(); top += side) {
            for (int left = 0; left + side <= image.width(); left += side) {
                blocks.add(RidgeBlock.at(image, left, top, side));
            }
        }
        return new FingerBlocks(image, side, List.copyOf(blocks));
    }

    QualityMeasures measures() {
        double touched = lightest() - CONTACT_STEP;
        Predicate<RidgeBlock> contact = b -> b.isTextured() || b.mean() < touched;
        return new QualityMeasures(
                image.widthMm(),
                image.heightMm(),
                area(contact),
                area(RidgeBlock::hasRidges),
                area(RidgeBlock::isReadable),
                2 * mean(RidgeBlock::isTextured, RidgeBlock::deviation),
                mean(RidgeBlock::hasRidges, RidgeBlock::coherence),
                mean(RidgeBlock::hasRidges, block -> block.wave().ridgeShare()),
                offCentre(contact, RidgeBlock::x, image.width()),
                offCentre(contact, RidgeBlock::y, image.height()),
                rimFlat(),
                rimStep(),
                RidgeDistance.millimetres(this));
    }

    private double rimFlat() {
        long rim = blocks.stream().filter(this::isRim).count();
        return rim == 0 ? 0 : (double) blocks.stream().filter(this::isFlatRim).count() / rim;
    }

    private double rimStep() {
        boolean bothSeen =
                blocks.stream().anyMatch(this::isFlatRim)
                        && blocks.stream().anyMatch(RidgeBlock::isReadable);
        return bothSeen
                ? mean(this::isFlatRim, RidgeBlock::mean)
                        - mean(RidgeBlock::isReadable, RidgeBlock::mean)
                : 0;
    }

    private boolean isFlatRim(RidgeBlock block) {
        return isRim(block) && !block.isTextured();
    }

    private boolean isRim(RidgeBlock block) {
        return block.x() < side
                || block.y() < side
                || block.x() >= image.width() - 2.0 * side
                || block.y() >= image.height() - 2.0 * side;
    }

    private double lightest() {
        double[] means = blocks.stream().mapToDouble(RidgeBlock::mean).sorted().toArray();
        return means.length == 0 ? 0 : means[(int) Math.floor((1 - LIGHTEST) * (means.length - 1))];
    }

    private double area(Predicate<RidgeBlock> which) {
        double sideMm = side / image.pixelsPerMm();
        return blocks.stream().filter(which).count() * sideMm * sideMm;
    }

    private double mean(Predicate<RidgeBlock> which, ToDoubleFunction<RidgeBlock> value) {
        return blocks.stream().filter(which).mapToDouble(value).average().orElse(0);
    }

    private double offCentre(
            Predicate<RidgeBlock> which, ToDoubleFunction<RidgeBlock> place, int length) {
        double half = length / 2.0;
        return blocks.stream()
                .filter(which)
                .mapToDouble(block -> place.applyAsDouble(block) / half - 1)
                .average()
                .orElse(0);
    }
}
