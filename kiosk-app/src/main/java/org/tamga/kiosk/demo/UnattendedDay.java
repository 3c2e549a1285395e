package org.tamga.kiosk.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.tamga.election.definition.ElectionPackage;

/**
 * A whole election day without a display: opening, every voter at the table and at box or booth,
 * power cuts in the middle, closing, count, protocol, delivery over a network that fails once.
 * Terminals, booth and centre are processes of their own; this class plays the people.
 */
final class UnattendedDay {
    /** One at the table, one at the booth. */
    static final int POWER_CUTS = 2;

    private static final int SECOND_ATTEMPTS_PERCENT = 2;

    private final DemoHome home;
    private final Population population;
    private final ElectionPackage election;
    private final Random random;
    private final PrintStream out;
    private final boolean interactive;
    private final boolean allImpressions;
    private final Map<String, Latencies> latencies = new TreeMap<>();
    private final Recognition recognition = new Recognition();
    private final Set<String> acknowledgedBallots = new HashSet<>();
    private final List<Waiting> boothQueue = new ArrayList<>();
    private final Voting voting;
    private final List<String> contradictions = new ArrayList<>();
    private int kills;
    private int recordsLost;

    UnattendedDay(
            DemoHome home,
            Population population,
            ElectionPackage election,
            long seed,
            boolean allImpressions,
            PrintStream out,
            boolean interactive) {
        this.home = home;
        this.population = population;
        this.election = election;
        this.random = new Random(seed);
        this.voting = new Voting(election, random);
        this.allImpressions = allImpressions;
        this.out = out;
        this.interactive = interactive;
    }

    /** What the voting hours leave: figures, and both terminals still running. */
    record Outcome(TerminalProcess operator, TerminalProcess booth, Played played) {}

    /**
     * What happened in the voting hours.
     *
     * @param contradictions of the terminal with itself after the power cut, one sentence each
     */
    record Played(
            Voting voting,
            Recognition recognition,
            Map<String, Latencies> latencies,
            Set<String> acknowledgedBallots,
            int kills,
            int recordsLost,
            List<String> contradictions) {}

    /**
     * Plays opening and voting hours.
     *
     * @param centre runs in the morning only
     */
    Outcome play(CentralProcess centre) throws IOException, InterruptedException {
        var operator = TerminalProcess.station(home);
        var booth = TerminalProcess.booth(home);
        operator.unlock();
        booth.unlock();
        fetchRegister(operator, centre);
        timed("open", operator.process(), operator.process().command("open"));
        booth.process().ask("open");
        var cards = CardPack.open(home.kits().resolve("cards.jsonl"));
        var queue = Visit.queue(population, SECOND_ATTEMPTS_PERCENT, allImpressions, random);
        var table =
                new CheckInTable(
                        operator.process(),
                        Files.createDirectories(home.terminal("scanner-tray")),
                        election.policies().fingerAttempts(),
                        recognition,
                        latencies);
        var cutAt = firstVoterAfter(queue, queue.size() / 2);
        try (var progress = new Progress(out, interactive, "voters", queue.size())) {
            for (var i = 0; i < queue.size(); i++) {
                var visit = queue.get(i);
                if (i == cutAt) {
                    cutPowerAtTable(operator, table, visit);
                    cutPowerAtBooth(booth, cards);
                } else {
                    visit(table, visit);
                }
                // A few people wait at the booth: who comes out next is not who came in last.
                while (boothQueue.size() > 3) {
                    oneFromTheBoothQueue(booth, cards);
                }
                progress.advance();
            }
        }
        emptyBoothQueue(booth, cards);
        return new Outcome(
                operator,
                booth,
                new Played(
                        voting,
                        recognition,
                        latencies,
                        acknowledgedBallots,
                        kills,
                        recordsLost,
                        contradictions));
    }

    /** The list has changed since the kit was made; the terminal asks before it is opened. */
    private static void fetchRegister(TerminalProcess operator, CentralProcess centre)
            throws IOException, InterruptedException {
        centre.start();
        var answer = operator.process().ask("sync");
        centre.close();
        if (answer.has("fault")) {
            throw new DemoFailure("DM-12", "the register was not fetched: " + answer);
        }
    }

    private static int firstVoterAfter(List<Visit> queue, int index) {
        var at = index;
        while (queue.get(at).kind() != Visit.Kind.VOTER) {
            at = (at + 1) % queue.size();
        }
        return at;
    }

    private void visit(CheckInTable table, Visit visit) throws IOException {
        var online = random.nextBoolean();
        if (table.play(visit, online ? "ONLINE" : "PAPER")) {
            vote(visit, online);
        }
    }

    private void vote(Visit visit, boolean online) {
        var style = PeopleFolder.ballotStyle(visit.person());
        if (online) {
            boothQueue.add(new Waiting(style, voting.online(style)));
        } else {
            voting.onPaper(style);
        }
    }

    /** Somebody who may vote at the booth; neither name nor number goes with them. */
    private record Waiting(String ballotStyle, Map<String, List<String>> choices) {}

    private void emptyBoothQueue(TerminalProcess booth, CardPack cards) throws IOException {
        while (!boothQueue.isEmpty()) {
            oneFromTheBoothQueue(booth, cards);
        }
    }

    private void oneFromTheBoothQueue(TerminalProcess booth, CardPack cards) throws IOException {
        var next = random.nextInt(boothQueue.size());
        var waiting = boothQueue.remove(next);
        var card = cards.draw(waiting.ballotStyle());
        var answer = booth.process().ask(vote(booth, card, waiting.choices()));
        if (!answer.path("outcome").asText().equals("CAST")) {
            throw new DemoFailure("DM-12", "the booth refused a good card: " + answer);
        }
        acknowledgedBallots.add(answer.path("confirmation").asText());
        answer.path("millis")
                .properties()
                .forEach(part -> latency("vote." + part.getKey(), part.getValue().asLong()));
        voting.cast(waiting.choices());
    }

    private static ObjectNode vote(
            TerminalProcess booth, String card, Map<String, List<String>> choices) {
        var command = booth.process().command("vote").put("card", card);
        var contests = command.putObject("choices");
        choices.forEach(
                (contest, candidates) -> candidates.forEach(contests.withArray(contest)::add));
        return command;
    }

    /**
     * The power goes while a voter's check-in is under way; whatever was acknowledged before must
     * be there after.
     */
    private void cutPowerAtTable(TerminalProcess operator, CheckInTable table, Visit visit)
            throws IOException, InterruptedException {
        var online = random.nextBoolean();
        var before = operator.process().ask("status").path("identified").asInt();
        table.begin(visit, online ? "ONLINE" : "PAPER");
        Thread.sleep(random.nextInt(250));
        operator.process().kill();
        kills++;
        operator.restart();
        operator.unlock();
        table.restarted(operator.process());
        recordsLost +=
                missing(operator.process().ask("roll").path("slips"), table.acknowledgedSlips());
        var after = operator.process().ask("status").path("identified").asInt();
        var found = table.playAgain(visit, online ? "ONLINE" : "PAPER");
        contradiction(after - before, found).ifPresent(contradictions::add);
        switch (found) {
            case RECORDED -> {
                operator.process().ask("reprint");
                vote(visit, online);
            }
            case ADMITTED -> vote(visit, online);
            case REFUSED -> {}
        }
    }

    /**
     * Whether the counter after the power cut and the answer to the voter's second presentation
     * contradict each other.
     *
     * @param counted by how much the counter of the identified grew over the power cut
     */
    static Optional<String> contradiction(int counted, CheckInTable.Interrupted found) {
        var fits =
                switch (found) {
                    case RECORDED -> counted == 1;
                    case ADMITTED, REFUSED -> counted == 0;
                };
        return fits
                ? Optional.empty()
                : Optional.of(
                        "the interrupted check-in: counted %d times after the power cut, then %s"
                                .formatted(counted, found));
    }

    private void cutPowerAtBooth(TerminalProcess booth, CardPack cards)
            throws IOException, InterruptedException {
        booth.process().kill();
        kills++;
        booth.restart();
        booth.unlock();
        recordsLost +=
                Math.max(
                        0,
                        acknowledgedBallots.size()
                                - booth.process().ask("status").path("cast").asInt());
    }

    private static int missing(JsonNode found, Set<Long> acknowledged) {
        var slips = new HashSet<Long>();
        found.forEach(slip -> slips.add(slip.asLong()));
        var lost = new HashSet<>(acknowledged);
        lost.removeAll(slips);
        return lost.size();
    }

    private void timed(String step, ControlledProcess process, ObjectNode command)
            throws IOException {
        var start = System.nanoTime();
        process.ask(command);
        latency(step, (System.nanoTime() - start) / 1_000_000);
    }

    private void latency(String step, long millis) {
        latencies.computeIfAbsent(step, _ -> new Latencies()).add(millis);
    }
}
