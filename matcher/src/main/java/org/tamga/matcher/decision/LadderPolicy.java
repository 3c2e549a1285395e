package org.tamga.matcher.decision;

import java.time.Duration;

/**
 * What the election decided about the ladder; rates are of a whole transaction, however many steps
 * it takes.
 *
 * @param fpirPerMillion strangers identified as somebody by 1:N, 1–100,000
 * @param fmrPerMillion impostors taken for the person they claim to be, 1–100,000
 * @param fingers different fingers asked for before the next step, 1–10
 * @param impressions of one finger asked for, 1–10
 * @param budget time for one person from the first presentation on
 * @param faceFmrPerMillion false match rate at which a face counts, 0–100,000; 0: faces do not
 *     count, or cannot be compared here
 * @param commission whether the commission may decide
 */
public record LadderPolicy(
        int fpirPerMillion,
        int fmrPerMillion,
        int fingers,
        int impressions,
        Duration budget,
        int faceFmrPerMillion,
        boolean commission) {
    private static final int MOST_PER_MILLION = 100_000;

    public LadderPolicy {
        require(fpirPerMillion, 1, MOST_PER_MILLION, "FPIR");
        require(fmrPerMillion, 1, MOST_PER_MILLION, "FMR");
        require(fingers, 1, 10, "fingers");
        require(impressions, 1, 10, "impressions");
        require(faceFmrPerMillion, 0, MOST_PER_MILLION, "FMR of faces");
        if (!budget.isPositive()) {
            throw new IllegalArgumentException("no time");
        }
    }

    boolean facesCount() {
        return faceFmrPerMillion > 0;
    }

    /** The same where no face can be compared. */
    public LadderPolicy withoutFaces() {
        return new LadderPolicy(
                fpirPerMillion, fmrPerMillion, fingers, impressions, budget, 0, commission);
    }

    private static void require(int value, int least, int most, String what) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "%s %d is not %d–%d".formatted(what, value, least, most));
        }
    }
}
