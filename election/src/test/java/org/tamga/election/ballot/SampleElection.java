package org.tamga.election.ballot;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.tamga.election.ballot.Manifest.ManifestContest;
import org.tamga.election.ballot.Manifest.ManifestStyle;

/** A small election with guardians who went through the whole ceremony by messages. */
record SampleElection(Manifest manifest, List<Guardian> guardians, BallotKeys keys) {
    static final SecureRandom RANDOM = new SecureRandom();

    static final Manifest MANIFEST =
            new Manifest(
                    "e-1",
                    List.of(
                            new ManifestContest("head", 1, List.of("a", "b", "none")),
                            new ManifestContest("council", 2, List.of("x", "y", "z"))),
                    List.of(
                            new ManifestStyle("both", List.of("head", "council")),
                            new ManifestStyle("council-only", List.of("council"))));

    static SampleElection create(int guardians, int threshold) {
        return create(guardians, threshold, MANIFEST);
    }

    static SampleElection create(int guardians, int threshold, Manifest manifest) {
        List<Guardian> all = new ArrayList<>();
        for (int i = 1; i <= guardians; i++) {
            all.add(Guardian.create(i, guardians, threshold, RANDOM));
        }
        for (Guardian sender : all) {
            for (Guardian receiver : all) {
                if (sender != receiver) {
                    EncryptedShare share = sender.shareFor(receiver.publicKey(), RANDOM);
                    receiver.receive(sender.publicKey(), share);
                }
            }
        }
        List<GuardianPublicKey> publics = all.stream().map(Guardian::publicKey).toList();
        return new SampleElection(
                manifest, all, KeyCeremony.publish(guardians, threshold, publics, manifest));
    }

    /** Shares of a tally that nobody has reviewed. */
    List<TallyShare> shares(EncryptedTally tally, int... indices) {
        var reviewed = new ReviewedTally(new TallyClaim(tally, List.of()));
        List<TallyShare> shares = new ArrayList<>();
        for (int index : indices) {
            shares.add(guardians.get(index - 1).decryptShare(reviewed, keys, RANDOM));
        }
        return shares;
    }
}
