package org.tamga.kiosk.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tamga.election.count.FormLines;
import org.tamga.election.count.FormLines.ConcreteLine;
import org.tamga.election.definition.ElectionPackage;

/**
 * After the polls: closing, two entries of the count (the second official slips on one key, is
 * shown the difference and corrects it), the protocol with three signatures, delivery with the
 * network gone at first.
 */
final class Evening {
    /** Each terminal tries once while the centre is out of reach. */
    static final int NETWORK_CUTS = 2;

    private final DemoHome home;
    private final ElectionPackage election;
    private final TerminalProcess operator;
    private final TerminalProcess booth;
    private final Voting voting;

    Evening(
            DemoHome home,
            ElectionPackage election,
            TerminalProcess operator,
            TerminalProcess booth,
            Voting voting) {
        this.home = home;
        this.election = election;
        this.operator = operator;
        this.booth = booth;
        this.voting = voting;
    }

    /**
     * Closes both terminals; the booth's signed statement goes to the operator terminal on a stick.
     */
    void close(Path stick) throws IOException {
        operator.process().ask("close");
        booth.process().ask("close");
        booth.process().ask(booth.process().command("export").put("out", stick.toString()));
        var statement =
                stick.resolve("station-" + DemoHome.STATION)
                        .resolve(DemoHome.BOOTH)
                        .resolve("booth-closing.json");
        operator.process()
                .ask(operator.process().command("import-booth").put("file", statement.toString()));
    }

    /**
     * The count by two officials; returns how many differences the terminal showed before the
     * correction.
     */
    int count() throws IOException {
        var officials = home.secrets();
        var right = paperCount();
        var wrong = new TreeMap<>(right);
        wrong.computeIfPresent("L20@president@p-1", (_, votes) -> votes + 1);
        enter(officials.get(1).official(), right);
        var differences = enter(officials.get(2).official(), wrong);
        enter(officials.get(2).official(), right);
        return differences;
    }

    private int enter(String typist, Map<String, Long> values) throws IOException {
        var command = operator.process().command("count").put("typist", typist);
        values.forEach(command.putObject("values")::put);
        return operator.process().ask(command).path("differences").size();
    }

    private Map<String, Long> paperCount() {
        var station = election.station(DemoHome.STATION).orElseThrow();
        var values = new TreeMap<String, Long>();
        for (var line : FormLines.typed(election.protocolForm(), election.contestsOf(station))) {
            values.put(line.key(), value(line));
        }
        return values;
    }

    // Lines of the demonstration's form. Ballots received are those issued and ten that stayed
    // unused.
    private long value(ConcreteLine line) {
        var contest = line.contest();
        if (contest == null) {
            return 0;
        }
        var box = voting.paper(contest.id());
        return switch (line.line().code()) {
            case "L10" -> box.issued() + 10;
            case "L11", "L14" -> box.issued();
            case "L13" -> 10;
            case "L16" -> box.invalid();
            case "L17" -> box.valid();
            case "L20" -> {
                var candidate = line.candidate();
                yield candidate == null ? 0 : box.votes(candidate.id());
            }
            default -> 0;
        };
    }

    /** Balances, signs with the chair and two members, seals. */
    void protocol() throws IOException {
        balance();
        for (var official :
                List.of(home.secrets().get(0), home.secrets().get(1), home.secrets().get(2))) {
            operator.process()
                    .ask(
                            operator.process()
                                    .command("sign")
                                    .put("official", official.official())
                                    .put("password", official.password()));
        }
        operator.process().ask("seal");
    }

    // A slip that the power cut swallowed makes a warning, which the commission answers in writing.
    private void balance() throws IOException {
        var answer = operator.process().ask(operator.process().command("balance"));
        if (answer.has("hash")) {
            return;
        }
        var again = operator.process().command("balance");
        var answers = again.putObject("answers");
        answer.path("broken")
                .forEach(
                        ratio ->
                                answers.put(
                                        ratio.asText(),
                                        "The power failed while a slip was printed."));
        answer = operator.process().ask(again);
        if (!answer.has("hash")) {
            throw new DemoFailure("DM-12", "the protocol does not balance: " + answer);
        }
    }

    /**
     * Delivers everything over a network that is down first.
     *
     * @param centre started after the first try
     * @return how often the centre could not be reached
     */
    int deliver(CentralProcess centre) throws IOException, InterruptedException {
        var cuts = 0;
        for (var terminal : List.of(operator, booth)) {
            if (terminal.process().ask("sync").has("fault")) {
                cuts++;
            }
        }
        centre.start();
        for (var terminal : List.of(operator, booth)) {
            var state = terminal.process().ask("sync");
            if (state.path("waiting").asInt() > 0) {
                throw new DemoFailure("DM-12", "not everything was delivered: " + state);
            }
        }
        return cuts;
    }

    /** Writes both terminals' parts of the public record and ends the terminals. */
    void export(Path out) throws IOException {
        for (var terminal : List.of(operator, booth)) {
            terminal.process().ask(export(terminal, out));
            terminal.process().close();
        }
    }

    private static ObjectNode export(TerminalProcess terminal, Path out) {
        return terminal.process().command("export").put("out", out.toString());
    }
}
