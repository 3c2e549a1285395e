package org.tamga.verifier.check;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tamga.verifier.format.ElectionPackage;
import org.tamga.verifier.record.Findings;
import org.tamga.verifier.record.Json;
import org.tamga.verifier.record.MalformedException;
import org.tamga.verifier.signature.Ed25519Key;

/**
 * Processor time of one thread for checking ballots: {@code VerifyBench RECORD STATION BOOTH N}.
 */
final class VerifyBench {
    private VerifyBench() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws IOException, MalformedException {
        Path record = Path.of(args[0]);
        ElectionPackage election =
                Json.read(
                        Files.readAllBytes(record.resolve(PackageCheck.NAME)),
                        ElectionPackage.class);
        ElectionKeys keys = ElectionKeys.check(election, new Findings());
        BallotCheck check = new BallotCheck(election, keys, true);
        var booth =
                election.station(args[1]).orElseThrow().terminals().stream()
                        .filter(terminal -> terminal.id().equals(args[2]))
                        .findFirst()
                        .orElseThrow();
        Ed25519Key key = Ed25519Key.parse(booth.signingKey());
        List<String> lines =
                Files.readAllLines(
                        record.resolve("station-" + args[1] + "/" + args[2] + "/ballots.jsonl"));
        int rounds = Integer.parseInt(args[3]);
        run(check, booth.id(), key, lines, 20);
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        long options = run(check, booth.id(), key, lines, rounds);
        double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
        System.out.printf(
                "%d ballots, %.1f options each: %.1f ms a ballot, %.2f ballots/s on one core, %.1f options/s%n",
                rounds,
                (double) options / rounds,
                1000 * seconds / rounds,
                rounds / seconds,
                options / seconds);
    }

    private static long run(
            BallotCheck check, String booth, Ed25519Key key, List<String> lines, int rounds) {
        long options = 0;
        for (int i = 0; i < rounds; i++) {
            byte[] line = lines.get(i % lines.size()).getBytes(StandardCharsets.UTF_8);
            var outcome = check.check(line, booth, key);
            if (!outcome.problems().isEmpty()) {
                throw new IllegalStateException(outcome.problems().toString());
            }
            options +=
                    outcome.ballot().orElseThrow().contests().stream()
                            .mapToLong(contest -> contest.selections().size())
                            .sum();
        }
        return options;
    }
}
