package org.tamga.kiosk.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The table with the scanner: people lay fingers on it in the order of the commission's ladder
 * (best finger, next finger, number of the document), and what the terminal answers is held against
 * who they are.
 */
final class CheckInTable {
    static final String ADMITTED = "ADMITTED";
    private static final String ALREADY_HERE = "CI-01";

    private final Path scannerTray;
    private final int attempts;
    private final Recognition recognition;
    private final Map<String, Latencies> latencies;
    private final TreeSet<Long> acknowledgedSlips = new TreeSet<>();
    private ControlledProcess terminal;

    /**
     * @param scannerTray where the simulated scanner finds its next image
     * @param attempts how often a finger is laid on before the next step of the ladder
     */
    CheckInTable(
            ControlledProcess terminal,
            Path scannerTray,
            int attempts,
            Recognition recognition,
            Map<String, Latencies> latencies) {
        this.terminal = terminal;
        this.scannerTray = scannerTray;
        this.attempts = attempts;
        this.recognition = recognition;
        this.latencies = latencies;
    }

    void restarted(ControlledProcess again) {
        this.terminal = again;
    }

    TreeSet<Long> acknowledgedSlips() {
        return acknowledgedSlips;
    }

    /**
     * One step of the ladder: an image, with or without the number of the person's document.
     *
     * @param again whether the person was asked for something before
     */
    private record Step(Population.Impression impression, boolean withNumber, boolean again) {}

    /** Plays a visit; true when a voter was admitted and may vote. */
    boolean play(Visit visit, String channel) throws IOException {
        recognition.person();
        for (var step : ladder(visit)) {
            var answer = ask(visit, step, channel);
            if (isAdmitted(answer)) {
                return admitted(visit, answer, channel);
            }
            var reason = answer.path("reason").asText();
            recognition.refusal(reason);
            if (reason.equals(ALREADY_HERE)) {
                return alreadyHere(visit, answer);
            }
        }
        switch (visit.kind()) {
            case VOTER -> recognition.turnedAway(visit.person());
            case STRANGER -> recognition.strangerRefused();
            case SECOND -> recognition.secondAttempt(false);
        }
        return false;
    }

    /** Lays a finger on and does not wait for the answer. */
    void begin(Visit visit, String channel) throws IOException {
        var image = present(ladder(visit).getFirst().impression());
        terminal.ask(terminal.command("present").put("image", image.toString()));
        terminal.send(terminal.command("check-in").put("channel", channel));
    }

    /** What the terminal says about a voter whose check-in it did not live to acknowledge. */
    enum Interrupted {
        /** It was recorded: the voter is in already, under the right number. */
        RECORDED,
        /** It was not, and now the voter is admitted. */
        ADMITTED,
        /** Neither: not recognised, or taken for somebody else. */
        REFUSED
    }

    /** Presents the voter again whose check-in the power cut fell into. */
    Interrupted playAgain(Visit visit, String channel) throws IOException {
        recognition.person();
        for (var step : ladder(visit)) {
            var answer = ask(visit, step, channel);
            if (isAdmitted(answer)) {
                return admitted(visit, answer, channel)
                        ? Interrupted.ADMITTED
                        : Interrupted.REFUSED;
            }
            var reason = answer.path("reason").asText();
            recognition.refusal(reason);
            if (reason.equals(ALREADY_HERE)) {
                return recorded(visit, answer, channel);
            }
        }
        recognition.turnedAway(visit.person());
        return Interrupted.REFUSED;
    }

    private Interrupted recorded(Visit visit, JsonNode answer, String channel) {
        if (!isPerson(visit, answer)) {
            recognition.wronglyIdentified();
            return Interrupted.REFUSED;
        }
        recognition.identified(visit.person(), channel);
        return Interrupted.RECORDED;
    }

    private List<Step> ladder(Visit visit) {
        var steps = new ArrayList<Step>();
        for (var finger : visit.person().fingers()) {
            var impressions = finger.presented(visit.skip() + attempts);
            impressions.stream()
                    .skip(visit.skip())
                    .forEach(
                            impression -> steps.add(new Step(impression, false, !steps.isEmpty())));
        }
        var best = visit.person().fingers().getFirst().presented(visit.skip() + 1);
        if (visit.kind() != Visit.Kind.STRANGER) {
            steps.add(new Step(best.getLast(), true, true));
        }
        return visit.kind() == Visit.Kind.SECOND ? steps.subList(0, 1) : steps;
    }

    private JsonNode ask(Visit visit, Step step, String channel) throws IOException {
        var image = present(step.impression());
        terminal.ask(terminal.command("present").put("image", image.toString()));
        var checkIn = terminal.command("check-in").put("channel", channel);
        if (step.withNumber()) {
            checkIn.put("number", visit.person().papers().personalNumber());
        }
        checkIn.put("again", step.again());
        recognition.presentation();
        var answer = terminal.ask(checkIn);
        Files.deleteIfExists(image);
        answer.path("millis")
                .properties()
                .forEach(
                        part ->
                                latencies
                                        .computeIfAbsent(
                                                "checkIn." + part.getKey(), _ -> new Latencies())
                                        .add(part.getValue().asLong()));
        return answer;
    }

    private Path present(Population.Impression impression) throws IOException {
        return Files.write(
                scannerTray.resolve("next" + impression.extension()), impression.bytes());
    }

    private boolean admitted(Visit visit, JsonNode answer, String channel) {
        acknowledgedSlips.add(answer.path("slip").asLong());
        if (isPerson(visit, answer)) {
            recognition.identified(visit.person(), channel);
            return true;
        }
        recognition.wronglyIdentified();
        return false;
    }

    private boolean alreadyHere(Visit visit, JsonNode answer) {
        if (!isPerson(visit, answer)) {
            recognition.wronglyIdentified();
        } else if (visit.kind() == Visit.Kind.SECOND) {
            recognition.secondAttempt(true);
        }
        return false;
    }

    // The terminal of a demonstration names the voter it recognised; a stranger's number is on no
    // list.
    private static boolean isPerson(Visit visit, JsonNode answer) {
        return answer.path("number").asText().equals(visit.person().papers().personalNumber());
    }

    private static boolean isAdmitted(JsonNode answer) {
        return answer.path("outcome").asText().equals(ADMITTED);
    }
}
