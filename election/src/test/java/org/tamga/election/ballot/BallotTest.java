package org.tamga.election.ballot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tamga.election.ballot.EveryValue.Changed;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.Ed25519Signer;

class BallotTest {
    private static final SampleElection ELECTION = SampleElection.create(1, 1);
    private static final BallotEncryptor ENCRYPTOR =
            new BallotEncryptor(
                    ELECTION.keys(), ELECTION.manifest(), "0101-B1", SampleElection.RANDOM);
    private static final BallotCheck CHECK = new BallotCheck(ELECTION.keys(), ELECTION.manifest());
    private static final Ed25519Signer TERMINAL = Ed25519Signer.generate();

    @Test
    @DisplayName("Full, under-voted and blank ballots prove themselves right")
    void allLegalChoices() {
        List<Map<String, List<String>>> choices =
                List.of(
                        Map.of("head", List.of("b"), "council", List.of("z", "x")),
                        Map.of("council", List.of("y")),
                        Map.of());
        for (Map<String, List<String>> choice : choices) {
            EncryptedBallot ballot = ENCRYPTOR.encrypt("both", choice).cast();
            assertEquals(List.of(), CHECK.verify(ballot), choice::toString);
        }
    }

    @Test
    @DisplayName("A ballot style shows only its contests")
    void subsetOfContests() {
        EncryptedBallot ballot =
                ENCRYPTOR.encrypt("council-only", Map.of("council", List.of("x"))).cast();
        assertEquals(List.of(), CHECK.verify(ballot));
        assertEquals(1, ballot.contests().size());
    }

    @Test
    @DisplayName("Overvotes, strangers, doubles and contests of other styles cannot be encrypted")
    void impossibleChoices() {
        List<Map<String, List<String>>> impossible =
                List.of(
                        Map.of("head", List.of("a", "b")),
                        Map.of("council", List.of("x", "y", "z")),
                        Map.of("council", List.of("x", "x")),
                        Map.of("head", List.of("x")),
                        Map.of("mayor", List.of()));
        for (Map<String, List<String>> choice : impossible) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> ENCRYPTOR.encrypt("both", choice),
                    choice::toString);
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> ENCRYPTOR.encrypt("council-only", Map.of("head", List.of("a"))));
        assertThrows(IllegalArgumentException.class, () -> ENCRYPTOR.encrypt("no-style", Map.of()));
    }

    @Test
    @DisplayName("What was computed ahead is used up, one ballot each, with identifiers of its own")
    void precomputed() {
        try (BallotEncryptor encryptor =
                new BallotEncryptor(
                        ELECTION.keys(), ELECTION.manifest(), "0101-B1", SampleElection.RANDOM)) {
            encryptor.precompute("council-only", 2);
            assertEquals(2, encryptor.precomputed("council-only"));
            EncryptedBallot first = encryptor.encrypt("council-only", Map.of()).cast();
            EncryptedBallot second = encryptor.encrypt("council-only", Map.of()).cast();
            assertEquals(0, encryptor.precomputed("council-only"));
            assertEquals(List.of(), CHECK.verify(first));
            assertEquals(List.of(), BallotCheck.duplicates(List.of(first, second)));
            assertEquals(1, BallotCheck.duplicates(List.of(first, second, first)).size());
        }
    }

    @Test
    @DisplayName("A challenged ballot is opened, spoiled, and reproduced from its nonce")
    void challenge() {
        PendingBallot pending = ENCRYPTOR.encrypt("both", Map.of("head", List.of("a")));
        String printed = pending.confirmationCode();
        EncryptedBallot spoiled = pending.challenge();
        assertEquals(printed, spoiled.confirmationCode());
        assertEquals(BallotState.SPOILED, spoiled.state());
        assertEquals(List.of(), CHECK.verify(spoiled));
        BallotOpening opening = spoiled.opening();
        assertNotNull(opening);
        assertEquals(List.of("a"), opening.choices().getFirst().candidateIds());
        BallotOpening lie =
                new BallotOpening(
                        opening.ballotNonce(),
                        List.of(
                                new BallotOpening.Choice("head", List.of("b")),
                                opening.choices().get(1)));
        EncryptedBallot changed =
                new EncryptedBallot(
                        spoiled.ballotId(),
                        spoiled.ballotStyle(),
                        spoiled.state(),
                        spoiled.contests(),
                        spoiled.confirmationCode(),
                        spoiled.terminal(),
                        lie,
                        null);
        assertEquals(
                List.of(new Problem(ProblemCode.OPENING_WRONG, "opening")), CHECK.verify(changed));
        EncryptedTally tally = EncryptedTally.empty(ELECTION.manifest(), "0101");
        assertThrows(IllegalArgumentException.class, () -> tally.add(spoiled));
    }

    @Test
    @DisplayName("A decided or closed ballot cannot be decided again")
    void decidedOnce() {
        PendingBallot cast = ENCRYPTOR.encrypt("council-only", Map.of());
        assertEquals(null, cast.cast().opening());
        assertThrows(IllegalStateException.class, cast::challenge);
        PendingBallot closed = ENCRYPTOR.encrypt("council-only", Map.of());
        closed.close();
        assertThrows(IllegalStateException.class, closed::cast);
    }

    @Test
    @DisplayName("Any changed value of a signed ballot's line is found, even without the signature")
    void everyChangedValueIsFound() {
        EncryptedBallot ballot =
                BallotSignatures.sign(
                        ENCRYPTOR
                                .encrypt("council-only", Map.of("council", List.of("x", "y")))
                                .cast(),
                        TERMINAL);
        byte[] key = TERMINAL.publicKey();
        assertEquals(ballot, EveryValue.read(CanonicalJson.write(ballot), EncryptedBallot.class));
        assertTrue(BallotSignatures.verifies(ballot, key));
        for (Changed changed : EveryValue.changed(ballot)) {
            EncryptedBallot read = EveryValue.read(changed.json(), EncryptedBallot.class);
            if (read == null) {
                continue;
            }
            assertFalse(BallotSignatures.verifies(read, key), changed::where);
            assertTrue(
                    changed.where().equals(".signature") || !CHECK.verify(read).isEmpty(),
                    changed::where);
        }
    }

    @Test
    @DisplayName("Proofs do not fit another ballot, contest order or terminal")
    void proofsAreBound() {
        EncryptedBallot one = ENCRYPTOR.encrypt("council-only", Map.of()).cast();
        EncryptedBallot other = ENCRYPTOR.encrypt("council-only", Map.of()).cast();
        EncryptedBallot transplanted =
                new EncryptedBallot(
                        one.ballotId(),
                        one.ballotStyle(),
                        one.state(),
                        other.contests(),
                        other.confirmationCode(),
                        one.terminal(),
                        null,
                        null);
        List<ProblemCode> codes =
                CHECK.verify(transplanted).stream().map(Problem::code).distinct().toList();
        assertEquals(
                List.of(
                        ProblemCode.SELECTION_PROOF,
                        ProblemCode.LIMIT_PROOF,
                        ProblemCode.CONTEST_HASH,
                        ProblemCode.CONFIRMATION_CODE),
                codes);
    }
}
