package org.tamga.central.register;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tamga.central.CentralFailure;
import org.tamga.central.CentralHome;
import org.tamga.central.Centre;
import org.tamga.central.tally.GuardianExchange;
import org.tamga.election.ballot.BallotKeys;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.definition.ElectionPackages;
import org.tamga.election.definition.PackageOpening;
import org.tamga.election.definition.Station;
import org.tamga.election.wire.DetachedSignature;
import org.tamga.election.wire.SignedKind;
import org.tamga.election.wire.Signer;
import org.tamga.election.wire.WireFormatException;

/** Publishes the election: the signed package, every station's register and card list. */
public final class Publication {
    private static final int FEWEST_CARDS = 10;

    private final Centre centre;
    private final Instant now;

    public Publication(Centre centre, Instant now) {
        this.centre = centre;
        this.now = now;
    }

    /**
     * What was published.
     *
     * @param cards activation cards by station
     */
    public record Outcome(
            ElectionPackage electionPackage,
            List<RegisterPublisher.Publication> registers,
            Map<String, Integer> cards) {}

    /**
     * Publishes what is new; may be repeated.
     *
     * @throws CentralFailure CN-33 before the key ceremony is finished, CN-52 if the package would
     *     be inconsistent
     */
    public Outcome run() {
        Signer central = centre.keys().central();
        ElectionPackage electionPackage = publishPackage(central);
        String electionId = electionPackage.electionId();
        var registers =
                new RegisterPublisher(
                        centre.home(),
                        centre.database(),
                        centre.people(),
                        central,
                        electionId,
                        centre.salt());
        var cards = new CardPrinter(centre.home(), electionId, centre.keys().cards(), central);
        var published = new ArrayList<RegisterPublisher.Publication>();
        var printed = new TreeMap<String, Integer>();
        for (Station station : electionPackage.stations()) {
            RegisterPublisher.Publication register = registers.publish(station, now);
            published.add(register);
            int perStyle = Math.max(FEWEST_CARDS, register.voters());
            printed.put(station.id(), cards.print(station, perStyle));
        }
        return new Outcome(electionPackage, published, printed);
    }

    private ElectionPackage publishPackage(Signer central) {
        BallotKeys ballotKeys = new GuardianExchange(centre.home().guardianExchange()).ballotKeys();
        Path file = centre.home().electionPackage();
        int version = 1;
        if (Files.exists(file)) {
            ElectionPackage before = current(centre, now);
            ElectionPackage same =
                    centre.prepared()
                            .electionPackage(
                                    centre.definition(), ballotKeys, before.packageVersion());
            if (Arrays.equals(ElectionPackages.write(same), CentralHome.read(file))) {
                return same;
            }
            version = before.packageVersion() + 1;
        }
        ElectionPackage made =
                centre.prepared().electionPackage(centre.definition(), ballotKeys, version);
        List<String> problems = ElectionPackages.problems(made);
        if (!problems.isEmpty()) {
            throw CentralFailure.usage(
                    "CN-52", "the election is inconsistent: " + problems.getFirst());
        }
        byte[] json = ElectionPackages.write(made);
        CentralHome.write(
                CentralHome.signatureOf(file),
                central.sign(SignedKind.ELECTION_PACKAGE, json).toBytes());
        CentralHome.write(file, json);
        return made;
    }

    /**
     * The published package, checked like a terminal checks it.
     *
     * @throws CentralFailure CN-53 if there is none, or it is refused
     */
    public static ElectionPackage current(Centre centre, Instant now) {
        Path file = centre.home().electionPackage();
        if (!Files.exists(file)) {
            throw CentralFailure.usage("CN-53", "nothing is published yet; run publish");
        }
        try {
            DetachedSignature signature =
                    DetachedSignature.parse(CentralHome.read(CentralHome.signatureOf(file)));
            PackageOpening opening =
                    ElectionPackages.open(
                            CentralHome.read(file),
                            signature,
                            centre.keys().central().publicKey(),
                            now);
            return switch (opening) {
                case PackageOpening.Accepted(ElectionPackage accepted) -> accepted;
                case PackageOpening.Refused(var reason, String detail) ->
                        throw CentralFailure.usage(
                                "CN-53",
                                "the published package is refused (%s): %s"
                                        .formatted(reason.code(), detail));
            };
        } catch (WireFormatException e) {
            throw CentralFailure.usage("CN-53", "the package's signature is malformed");
        }
    }
}
