package org.tamga.central;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tamga.central.register.Publication;
import org.tamga.central.results.ResultsReader;
import org.tamga.central.tally.RecordWriter;
import org.tamga.central.tally.TallyRun;
import org.tamga.election.ballot.BallotKeys;
import org.tamga.election.ballot.DecryptedTally;
import org.tamga.election.ballot.EncryptedTally;
import org.tamga.election.definition.ElectionPackage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "tally",
        description = {
            "Adds up the electronic ballots, lets guardians decrypt the sums, writes the record.",
            "With guardians elsewhere: --prepare, then guardian decrypt by each, then --combine."
        })
final class TallyCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private HomeOption home;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Public record.")
    @SuppressWarnings("NullAway.Init") // set by picocli, required
    private Path out;

    @Option(
            names = "--guardians",
            split = ",",
            description = "Guardians of this home who decrypt; the first k unless told.")
    private @Nullable List<Integer> guardians;

    @Option(names = "--prepare", description = "Only check and add up.")
    private boolean prepareOnly;

    @Option(names = "--combine", description = "Only join what the guardians have decrypted.")
    private boolean combineOnly;

    @Override
    public Integer call() {
        Instant now = Clock.systemUTC().instant();
        try (Centre centre = home.open()) {
            ElectionPackage election = Publication.current(centre, now);
            var run = new TallyRun(centre, election);
            if (!combineOnly) {
                int fewest = election.policies().mergeBallotsBelow();
                run.prepare(System.err).forEach(tally -> describe(tally, fewest));
            }
            if (prepareOnly) {
                return 0;
            }
            if (!combineOnly) {
                run.decrypt(guardians == null ? firstOf(election.ballotKeys()) : guardians);
            }
            List<DecryptedTally> tallies = run.combine();
            new ResultsReader(centre.database(), election).publish(tallies);
            new RecordWriter(centre, election, out).write(tallies, now);
            System.out.println("Record: " + out);
            return 0;
        }
    }

    private static void describe(EncryptedTally tally, int fewest) {
        boolean few =
                tally.contests().stream()
                        .anyMatch(contest -> contest.ballots() > 0 && contest.ballots() < fewest);
        String warning = few ? ", in a contest fewer than the policy wants together" : "";
        System.out.printf(
                "Stations %s: %d electronic ballots%s%n",
                tally.tallyId(), tally.ballots(), warning);
    }

    private static List<Integer> firstOf(BallotKeys keys) {
        return IntStream.rangeClosed(1, keys.threshold()).boxed().toList();
    }
}
