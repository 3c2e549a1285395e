package org.tamga.kiosk.demo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What came of everybody who was at the table, counted by the side that knows who they were. */
final class Recognition {
    private int presented;
    private int presentations;
    private final Map<Population.Voter, String> identified = new HashMap<>();
    private int wronglyIdentified;
    private final Set<Population.Voter> turnedAway = new HashSet<>();
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

    /**
     * A voter was recognised and admitted, be it at a later visit.
     *
     * @param channel {@code PAPER} or {@code ONLINE}
     */
    void identified(Population.Voter voter, String channel) {
        identified.put(voter, channel);
        turnedAway.remove(voter);
    }

    /** Somebody was taken for somebody else: the worst that can happen. */
    void wronglyIdentified() {
        wronglyIdentified++;
    }

    /** A voter of the list whom no finger and no number helped. */
    void turnedAway(Population.Voter voter) {
        turnedAway.add(voter);
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

    private Map<String, Integer> identifiedByChannel() {
        var channels = new TreeMap<String, Integer>();
        identified.values().forEach(channel -> channels.merge(channel, 1, Integer::sum));
        return channels;
    }

    Figures figures() {
        return new Figures(
                presented,
                presentations,
                identified.size(),
                identifiedByChannel(),
                wronglyIdentified,
                turnedAway.size(),
                strangersRefused,
                secondAttemptsRefused,
                secondAttemptsUnrecognised,
                new TreeMap<>(refusals));
    }

    /**
     * @param presented people who came, each time they came
     * @param presentations fingers laid on the scanner
     * @param identified voters admitted
     * @param identifiedByChannel the same by where they vote
     * @param wronglyIdentified people taken for somebody else
     * @param turnedAway voters of the list who were not recognised in any of their visits
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
            Map<String, Integer> identifiedByChannel,
            int wronglyIdentified,
            int turnedAway,
            int strangersRefused,
            int secondAttemptsRefused,
            int secondAttemptsUnrecognised,
            Map<String, Integer> refusals) {}
}
