package org.tamga.matcher.face.portrait;

/**
 * One property against its limit: 100 where it is good, 50 at the limit, 0 as far beyond.
 *
 * @param limit value that still passes
 * @param good value that cannot be better
 */
record Criterion(PortraitReason reason, double value, double limit, double good) {
    static final int LIMIT_SCORE = 50;

    static Criterion atLeast(PortraitReason reason, double value, double limit, double good) {
        return new Criterion(reason, value, limit, good);
    }

    static Criterion atMost(PortraitReason reason, double value, double limit, double good) {
        return new Criterion(reason, value, limit, good);
    }

    int score() {
        double beyond = (value - limit) / (good - limit);
        return (int) Math.floor(Math.clamp(LIMIT_SCORE * (1 + beyond), 0, 100));
    }

    PortraitReport.Finding finding() {
        return new PortraitReport.Finding(reason, score(), value, limit);
    }
}
