package org.tamga.verifier;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.tamga.verifier.check.ResultsCheck.Votes;
import org.tamga.verifier.record.Finding;

/** What the command says of a verification, for people or as JSON. */
final class Report {
    private final Verification.Outcome outcome;
    private final Duration elapsed;

    Report(Verification.Outcome outcome, Duration elapsed) {
        this.outcome = outcome;
        this.elapsed = elapsed;
    }

    void print(PrintStream out) {
        var election = outcome.election();
        if (election != null) {
            out.printf(
                    "%s (%s, %s, package version %d)%n",
                    election.title().en(),
                    election.electionId(),
                    election.kind(),
                    election.packageVersion());
        }
        if (!outcome.fingerprint().isEmpty()) {
            out.printf("key of the centre  %s%n", outcome.fingerprint());
            out.println(
                    "                   compare it with the one the commission published elsewhere");
        }
        out.println("checked");
        outcome.findings()
                .counts()
                .forEach((kind, number) -> out.printf(Locale.ROOT, "%,10d  %s%n", number, kind));
        results(out);
        outcome.findings().notes().forEach(note -> out.println("note: " + note));
        outcome.findings().failures().forEach(out::println);
        int failures = outcome.findings().failures().size();
        out.printf(
                Locale.ROOT,
                "%s in %.1f s%s%n",
                failures == 0 ? "all checks hold" : "FAILED: " + failures + " checks do not hold",
                elapsed.toMillis() / 1000.0,
                outcome.ballotsPerSecond() > 0
                        ? String.format(
                                Locale.ROOT, " (%.1f ballots/s)", outcome.ballotsPerSecond())
                        : "");
    }

    private void results(PrintStream out) {
        String contest = "";
        for (Votes votes : outcome.votes()) {
            if (!votes.contest().id().equals(contest)) {
                contest = votes.contest().id();
                out.printf("results, %s%n", votes.contest().title().en());
                out.printf("%10s %9s %9s%n", "paper", "online", "total");
            }
            out.printf(
                    Locale.ROOT,
                    "%,10d %,9d %,9d  %s%n",
                    votes.paper(),
                    votes.online(),
                    votes.paper() + votes.online(),
                    votes.candidate().name().en());
        }
    }

    void printJson(PrintStream out) {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.put("holds", outcome.findings().failures().isEmpty());
        report.put("centralKeyFingerprint", outcome.fingerprint());
        var election = outcome.election();
        if (election != null) {
            report.put("electionId", election.electionId());
        }
        ObjectNode checked = report.putObject("checked");
        outcome.findings().counts().forEach(checked::put);
        var results = report.putArray("results");
        for (Votes votes : outcome.votes()) {
            results.addObject()
                    .put("contest", votes.contest().id())
                    .put("candidate", votes.candidate().id())
                    .put("paper", votes.paper())
                    .put("online", votes.online());
        }
        var notes = report.putArray("notes");
        outcome.findings().notes().forEach(notes::add);
        var failures = report.putArray("failures");
        for (Finding failure : outcome.findings().failures()) {
            failures.addObject()
                    .put("code", failure.code().text())
                    .put("file", failure.file())
                    .put("what", failure.what());
        }
        report.put("elapsedMillis", elapsed.toMillis());
        report.put("ballotsPerSecond", Math.round(outcome.ballotsPerSecond() * 10) / 10.0);
        out.println(report.toPrettyString());
    }
}
