package org.tamga.central.tally;

import java.util.List;
import java.util.stream.IntStream;
import org.tamga.central.CentralFailure;
import org.tamga.central.CentralHome;
import org.tamga.central.definition.ElectionDefinition;
import org.tamga.election.ballot.BallotKeys;
import org.tamga.election.ballot.GuardianPublicKey;
import org.tamga.election.ballot.KeyCeremony;
import org.tamga.election.ballot.Problem;

/** The centre's part of the key ceremony: it sees public keys only. */
public final class KeyCeremonySteps {
    private final CentralHome home;
    private final ElectionDefinition definition;

    public KeyCeremonySteps(CentralHome home, ElectionDefinition definition) {
        this.home = home;
        this.definition = definition;
    }

    /**
     * Joins the published keys, once every guardian has confirmed its shares.
     *
     * @throws CentralFailure CN-33 if a guardian is missing, CN-34 if a proof does not hold
     */
    public BallotKeys join() {
        var exchange = new GuardianExchange(home.guardianExchange());
        ElectionDefinition.GuardianPlan plan = definition.guardians();
        List<GuardianPublicKey> publics = exchange.publicKeys();
        if (publics.size() != plan.count()) {
            throw CentralFailure.usage(
                    "CN-33",
                    "%d of %d guardians have published a key"
                            .formatted(publics.size(), plan.count()));
        }
        BallotKeys keys;
        try {
            keys =
                    KeyCeremony.publish(
                            plan.count(), plan.threshold(), publics, definition.manifest());
        } catch (IllegalArgumentException e) {
            throw CentralFailure.failed("CN-34", "a guardian's key is wrong: " + e.getMessage());
        }
        List<Problem> problems = KeyCeremony.check(keys, definition.manifest());
        if (!problems.isEmpty()) {
            throw CentralFailure.failed("CN-34", "the joint key is wrong: " + problems.getFirst());
        }
        exchange.put(keys);
        return keys;
    }

    /** All guardians on this machine, one after the other: for demonstrations. */
    public BallotKeys playAll() {
        ElectionDefinition.GuardianPlan plan = definition.guardians();
        List<GuardianFolder> guardians =
                IntStream.rangeClosed(1, plan.count())
                        .mapToObj(
                                i -> new GuardianFolder(home.guardian(i), home.guardianExchange()))
                        .toList();
        for (int i = 0; i < guardians.size(); i++) {
            guardians
                    .get(i)
                    .create(
                            i + 1,
                            plan.count(),
                            plan.threshold(),
                            definition.policies().mergeBallotsBelow());
        }
        guardians.forEach(GuardianFolder::share);
        guardians.forEach(GuardianFolder::receive);
        return join();
    }
}
