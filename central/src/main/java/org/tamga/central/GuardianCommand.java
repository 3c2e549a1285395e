package org.tamga.central;

import java.nio.file.Path;
import org.tamga.central.definition.DefinitionFile;
import org.tamga.central.tally.GuardianFolder;
import org.tamga.central.tally.KeyCeremonySteps;
import org.tamga.election.exchange.BoothClosing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The guardians' steps. Each works on one guardian's folder and the common exchange folder; only
 * {@code join} is the centre's.
 */
@Command(
        name = "guardian",
        mixinStandardHelpOptions = true,
        description = "The guardians' key ceremony and decryption, one guardian at a time.")
final class GuardianCommand implements Runnable {

    static final class Folders {
        @Option(
                names = "--dir",
                required = true,
                paramLabel = "DIR",
                description = "The guardian's own folder; its secret stays there.")
        @SuppressWarnings("NullAway.Init") // set by picocli, required
        private Path own;

        @Option(
                names = "--exchange",
                required = true,
                paramLabel = "DIR",
                description = "Folder in which guardians and centre leave files for each other.")
        @SuppressWarnings("NullAway.Init") // set by picocli, required
        private Path exchange;

        GuardianFolder guardian() {
            return new GuardianFolder(own, exchange);
        }
    }

    @Override
    public void run() {
        throw CentralFailure.usage("CN-01", "say which step: new, share, receive, join, decrypt");
    }

    @Command(name = "new", description = "Step 1: fresh secrets, published key.")
    int create(
            @Mixin Folders folders,
            @Option(names = "--index", required = true, description = "1…n") int index,
            @Option(names = "--guardians", required = true, description = "n") int guardians,
            @Option(names = "--threshold", required = true, description = "k") int threshold,
            @Option(
                            names = "--fewest-ballots",
                            defaultValue = "20",
                            description = {
                                "Ballots that a sum must have in each contest before this guardian",
                                "decrypts it; all guardians say the same. Default: ${DEFAULT-VALUE}"
                            })
                    int fewestBallots) {
        if (fewestBallots < 1) {
            throw CentralFailure.usage("CN-01", "--fewest-ballots is 1 or more");
        }
        if (threshold < 1 || threshold > guardians || index < 1 || index > guardians) {
            throw CentralFailure.usage("CN-01", "needs 1 ≤ threshold ≤ n and 1 ≤ index ≤ n");
        }
        folders.guardian().create(index, guardians, threshold, fewestBallots);
        System.out.printf("Guardian %d of %d: key published.%n", index, guardians);
        return 0;
    }

    @Command(name = "share", description = "Step 2: an encrypted share for each other guardian.")
    int share(@Mixin Folders folders) {
        folders.guardian().share();
        System.out.println("Shares are in the exchange folder.");
        return 0;
    }

    @Command(name = "receive", description = "Step 3: check and keep the others' shares.")
    int receive(@Mixin Folders folders) {
        folders.guardian().receive();
        System.out.println("All shares are right and kept.");
        return 0;
    }

    @Command(name = "join", description = "Step 4, the centre's: the joint key of the election.")
    int join(@Option(names = "--home", required = true, paramLabel = "DIR") Path root) {
        CentralHome home = new CentralHome(root).requireInitialised();
        new KeyCeremonySteps(home, DefinitionFile.read(home.definition())).join();
        System.out.println("The joint key is published.");
        return 0;
    }

    @Command(
            name = "decrypt",
            description =
                    "After the polls: checks boxes and sums, then gives this guardian's part.")
    int decrypt(
            @Mixin Folders folders,
            @Option(
                            names = "--small-election",
                            description = {
                                "A contest may have fewer ballots than --fewest-ballots if these",
                                "are all ballots of the election. Say so only if you know it."
                            })
                    boolean smallElection) {
        for (BoothClosing box : folders.guardian().decrypt(smallElection)) {
            System.out.printf(
                    "Booth %s: %d ballots, root %s%n", box.terminal(), box.cast(), box.root());
        }
        System.out.println("Compare the roots with what the stations printed.");
        System.out.println("The partial decryption is in the exchange folder.");
        return 0;
    }
}
