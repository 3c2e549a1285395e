package org.tamga.verifier.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tamga.verifier.arithmetic.ModP;
import org.tamga.verifier.format.ElectionPackage;
import org.tamga.verifier.record.CanonicalForm;
import org.tamga.verifier.record.Code;
import org.tamga.verifier.record.Findings;
import org.tamga.verifier.record.Json;
import org.tamga.verifier.record.MalformedException;

@DisplayName("A ballot encrypted from the published formulas")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class BallotCheckTest {
    private static final String SELECTION = "/contests/0/selections/0";

    private TestBallot ballots;
    private BallotCheck check;

    @BeforeAll
    void keys() throws IOException, MalformedException {
        ElectionPackage election = Json.read(packageFile(), ElectionPackage.class);
        ElectionKeys keys = ElectionKeys.check(election, new Findings());
        ballots = new TestBallot(election, keys);
        check = new BallotCheck(election, keys, true);
    }

    @Test
    @DisplayName("holds, cast or challenged")
    void holds() throws MalformedException {
        assertEquals(List.of(), codes(ballots.vote(0)));
        assertEquals(List.of(), codes(ballots.spoil(ballots.vote(1), "p-2")));
    }

    @Test
    @DisplayName("fails when opened to another choice than it holds")
    void wrongOpening() throws MalformedException {
        assertEquals(List.of(Code.BALLOT_OPENING), codes(ballots.spoil(ballots.vote(1), "p-3")));
    }

    @Test
    @DisplayName("fails when opened although it was cast")
    void openedCast() throws MalformedException {
        ObjectNode opened = ballots.spoil(ballots.vote(1), "p-2").put("state", "CAST");
        assertEquals(List.of(Code.BALLOT_FORM), codes(opened));
    }

    @Test
    @DisplayName("fails for a ciphertext outside the group")
    void outsideGroup() throws MalformedException {
        ObjectNode ballot = ballots.vote(0);
        ((ObjectNode) ballot.at(SELECTION + "/ciphertext"))
                .put("alpha", new ModP(BigInteger.TWO).hex());
        assertEquals(
                List.of(
                        Code.CONTEST_HASH,
                        Code.CONFIRMATION_CODE,
                        Code.BALLOT_GROUP,
                        Code.SELECTION_PROOF,
                        Code.LIMIT_PROOF),
                codes(ballot));
    }

    @Test
    @DisplayName("fails for a changed proof, even by one digit")
    void proofs() throws MalformedException {
        ObjectNode ballot = ballots.vote(0);
        ObjectNode other = ballots.vote(1);
        ((ObjectNode) ballot.at(SELECTION)).set("proof", other.at(SELECTION + "/proof"));
        assertEquals(List.of(Code.SELECTION_PROOF), codes(ballot));
        ObjectNode limit = ballots.vote(0);
        ((ObjectNode) limit.at("/contests/0")).set("limitProof", limit.at(SELECTION + "/proof"));
        assertEquals(List.of(Code.LIMIT_PROOF), codes(limit));
    }

    @Test
    @DisplayName("fails for changed codes and missing candidates")
    void codesAndForm() throws MalformedException {
        assertEquals(
                List.of(Code.CONFIRMATION_CODE),
                codes(ballots.vote(0).put("confirmationCode", "00".repeat(32))));
        ObjectNode hash = ballots.vote(0);
        ((ObjectNode) hash.at("/contests/0")).put("contestHash", "00".repeat(32));
        assertEquals(List.of(Code.CONTEST_HASH), codes(hash));
        ObjectNode fewer = ballots.vote(0);
        ((ArrayNode) fewer.at("/contests/0/selections")).remove(5);
        assertEquals(List.of(Code.BALLOT_FORM), codes(fewer));
    }

    @Test
    @DisplayName("fails when it was changed after the booth signed it")
    void signature() throws MalformedException {
        ObjectNode signed = (ObjectNode) Json.tree(ballots.line(ballots.vote(0)));
        ObjectNode other = (ObjectNode) Json.tree(ballots.line(ballots.vote(1)));
        signed.set("signature", other.get("signature"));
        var outcome = check.check(CanonicalForm.of(signed), TestBallot.BOOTH, ballots.boothKey());
        assertEquals(
                List.of(Code.BALLOT_SIGNATURE),
                outcome.problems().stream().map(BallotCheck.Problem::code).toList());
    }

    private List<Code> codes(ObjectNode ballot) throws MalformedException {
        return check
                .check(ballots.line(ballot), TestBallot.BOOTH, ballots.boothKey())
                .problems()
                .stream()
                .map(BallotCheck.Problem::code)
                .toList();
    }

    private static byte[] packageFile() throws IOException {
        try (var packed =
                new ZipInputStream(
                        Objects.requireNonNull(
                                BallotCheckTest.class.getResourceAsStream("../record.zip")))) {
            for (ZipEntry e = packed.getNextEntry(); e != null; e = packed.getNextEntry()) {
                if (e.getName().equals("election/election-package.json")) {
                    return packed.readAllBytes();
                }
            }
        }
        throw new IOException("record.zip has no election package");
    }
}
