package org.tamga.kiosk.demo;

import java.util.Map;
import java.util.TreeMap;

/** What came of everybody who was at the table, counted by the side that knows who they were. */
final class Recognition {
    private int presented;
    private int presentations;
    private int identified;
    private int wronglyIdentified;
    private int turnedAway;
    private int strangersRefused;
    private int secondAttemptsRefused;
    private int secondAttemptsUnrecognised;
    private final Map<String, Integer> refusals = new TreeMap<>();

    void person() {
        presented++;
    }

    void presentation() {
        presentations++;
    }

    void identified() {
        identified++;
    }

    /** Somebody was taken for somebody else: the worst that can happen. */
    void wronglyIdentified() {
        wronglyIdentified++;
    }

    /** A voter of the list whom no finger and no number helped. */
    void turnedAway() {
        turnedAway++;
    }

    void strangerRefused() {
        strangersRefused++;
    }

    void secondAttempt(boolean recognised) {
        if (recognised) {
            secondAttemptsRefused++;
        } else {
            secondAttemptsUnrecognised++;
        }
    }

    void refusal(String reason) {
        refusals.merge(reason, 1, Integer::sum);
    }

    int identifiedSoFar() {
        return identified;
    }

    Figures figures() {
        return new Figures(
                presented,
                presentations,
                identified,
                wronglyIdentified,
                turnedAway,
                strangersRefused,
                secondAttemptsRefused,
                secondAttemptsUnrecognised,
                new TreeMap<>(refusals));
    }

    /**
     * @param presented people who came, each time they came
     * @param presentations fingers laid on the scanner
     * @param identified voters admitted
     * @param wronglyIdentified people taken for somebody else
     * @param turnedAway voters of the list who were not recognised in all their attempts
     * @param strangersRefused people on no list who were not taken for anybody
     * @param secondAttemptsRefused second attempts recognised as such
     * @param secondAttemptsUnrecognised second attempts at which the finger matched nobody: refused
     *     as well
     * @param refusals answers of the terminal by reason code, each attempt counted
     */
    record Figures(
            int presented,
            int presentations,
            int identified,
            int wronglyIdentified,
            int turnedAway,
            int strangersRefused,
            int secondAttemptsRefused,
            int secondAttemptsUnrecognised,
            Map<String, Integer> refusals) {}
}
