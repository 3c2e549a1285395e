package org.tamga.election.ballot;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.tamga.election.ballot.Manifest.ManifestContest;
import org.tamga.election.ballot.Manifest.ManifestStyle;

/**
 * Measures processor time of one thread on a ballot of one contest with ten candidates; see
 * docs/performance-ballot.md.
 */
final class BallotBench {
    private static final int WARM_UP = 20;

    private BallotBench() {}

    /**
     * Prints milliseconds and ballots per second.
     *
     * @param args number of ballots, 200 if absent
     */
    public static void main(String[] args) {
        int ballots = args.length > 0 ? Integer.parseInt(args[0]) : 200;
        List<String> candidates = IntStream.range(0, 10).mapToObj(i -> "a-" + i).toList();
        Manifest manifest =
                new Manifest(
                        "bench",
                        List.of(new ManifestContest("c", 1, candidates)),
                        List.of(new ManifestStyle("s", List.of("c"))));
        SampleElection election = SampleElection.create(3, 2, manifest);
        try (BallotEncryptor encryptor =
                new BallotEncryptor(election.keys(), manifest, "bench", SampleElection.RANDOM)) {
            List<Double> precompute = new ArrayList<>();
            List<Double> afterChoice = new ArrayList<>();
            List<Double> verify = new ArrayList<>();
            BallotCheck check = new BallotCheck(election.keys(), manifest);
            for (int i = -WARM_UP; i < ballots; i++) {
                precompute.add(
                        milliseconds(
                                () -> {
                                    encryptor.precompute("s", 1);
                                    return encryptor;
                                }));
                List<EncryptedBallot> made = new ArrayList<>();
                String choice = candidates.get(Math.floorMod(i, candidates.size()));
                afterChoice.add(
                        milliseconds(
                                () ->
                                        made.add(
                                                encryptor
                                                        .encrypt("s", Map.of("c", List.of(choice)))
                                                        .cast())));
                verify.add(milliseconds(() -> check.verify(made.getFirst())));
            }
            print("precompute", precompute);
            print("after the choice", afterChoice);
            print("verification", verify);
        }
    }

    private static double milliseconds(Supplier<?> work) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long start = clock.getCurrentThreadCpuTime();
        Object result = work.get();
        long end = clock.getCurrentThreadCpuTime();
        Objects.requireNonNull(result);
        return (end - start) / 1e6;
    }

    private static void print(String what, List<Double> measured) {
        double[] ms =
                measured.stream().skip(WARM_UP).mapToDouble(Double::doubleValue).sorted().toArray();
        double mean = Arrays.stream(ms).average().orElseThrow();
        System.out.printf(
                "%-17s n=%d  mean %.1f ms  p50 %.1f ms  p99 %.1f ms  %.1f/s%n",
                what,
                ms.length,
                mean,
                ms[ms.length / 2],
                ms[(int) Math.ceil(ms.length * 0.99) - 1],
                1_000 / mean);
    }
}
