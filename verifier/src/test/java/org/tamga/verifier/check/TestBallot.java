package org.tamga.verifier.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.tamga.verifier.arithmetic.Group;
import org.tamga.verifier.arithmetic.HashInput;
import org.tamga.verifier.arithmetic.ModP;
import org.tamga.verifier.arithmetic.ModQ;
import org.tamga.verifier.format.ElectionPackage;
import org.tamga.verifier.format.ElectionPackage.Contest;
import org.tamga.verifier.record.CanonicalForm;
import org.tamga.verifier.record.Hex;
import org.tamga.verifier.record.MalformedException;
import org.tamga.verifier.signature.Ed25519Key;

/**
 * Encrypts a ballot of one contest from the formulas of docs/formats/ballot.md, with known nonces.
 */
final class TestBallot {
    static final String BOOTH = "0101-B";
    static final String CONTEST = "president";

    private final Group group = Group.STANDARD;
    private final Random random = new Random(20261122);
    private final ElectionKeys keys;
    private final Contest contest;
    private final byte[] id = new byte[16];
    private final byte[] nonce = new byte[32];
    private final Ed25519PrivateKeyParameters booth;

    TestBallot(ElectionPackage election, ElectionKeys keys) {
        this.keys = keys;
        this.contest = election.contests().getFirst();
        random.nextBytes(id);
        random.nextBytes(nonce);
        byte[] seed = new byte[32];
        random.nextBytes(seed);
        booth = new Ed25519PrivateKeyParameters(seed);
    }

    Ed25519Key boothKey() throws MalformedException {
        return Ed25519Key.parse(Hex.of(booth.generatePublicKey().getEncoded()));
    }

    /** A ballot with a vote for one candidate; not signed yet. */
    ObjectNode vote(int choice) {
        byte[] hash =
                HashInput.domain(0x20).raw(new byte[16]).raw(id).hash(keys.extendedBaseHash());
        ObjectNode ballot = JsonNodeFactory.instance.objectNode();
        ballot.put("ballotId", Hex.of(id)).put("ballotStyle", "bs-2").put("state", "CAST");
        ballot.put("terminal", BOOTH);
        ObjectNode part = ballot.putArray("contests").addObject().put("contestId", CONTEST);
        ArrayNode selections = part.putArray("selections");
        HashInput chi = HashInput.domain(0x28).index(1);
        BigInteger alphas = BigInteger.ONE;
        BigInteger betas = BigInteger.ONE;
        BigInteger nonces = BigInteger.ZERO;
        for (int j = 0; j < contest.candidates().size(); j++) {
            int value = j == choice ? 1 : 0;
            BigInteger xi = HashInput.domain(0x21).index(1).index(j + 1).raw(nonce).hashModQ(hash);
            BigInteger alpha = group.powerOfG(xi);
            BigInteger beta = keys.powerOfKey(xi.add(BigInteger.valueOf(value)));
            ObjectNode selection = selections.addObject();
            selection.put("candidateId", contest.candidates().get(j).id());
            selection
                    .putObject("ciphertext")
                    .put("alpha", new ModP(alpha).hex())
                    .put("beta", new ModP(beta).hex());
            HashInput statement = HashInput.domain(0x24).index(1).index(j + 1);
            selection.set("proof", proof(statement.element(alpha).element(beta), hash, value, xi));
            chi.element(alpha).element(beta);
            alphas = group.multiply(alphas, alpha);
            betas = group.multiply(betas, beta);
            nonces = nonces.add(xi);
        }
        HashInput statement = HashInput.domain(0x24).index(1).element(alphas).element(betas);
        part.set("limitProof", proof(statement, hash, 1, nonces));
        byte[] contestHash = chi.hash(hash);
        part.put("contestHash", Hex.of(contestHash));
        byte[] device =
                HashInput.domain(0x2A)
                        .sized(BOOTH.getBytes(StandardCharsets.UTF_8))
                        .hash(keys.extendedBaseHash());
        HashInput code = HashInput.domain(0x29).raw(contestHash).raw(new byte[4]).raw(device);
        ballot.put("confirmationCode", Hex.of(code.hash(hash)));
        return ballot;
    }

    /** The same ballot challenged, its opening claiming a candidate. */
    ObjectNode spoil(ObjectNode ballot, String candidate) {
        ballot.put("state", "SPOILED");
        ObjectNode opening = ballot.putObject("opening").put("ballotNonce", Hex.of(nonce));
        ObjectNode choice = opening.putArray("choices").addObject().put("contestId", CONTEST);
        choice.putArray("candidateIds").add(candidate);
        return ballot;
    }

    /** The line of {@code ballots.jsonl}, signed by the booth. */
    byte[] line(ObjectNode ballot) throws MalformedException {
        byte[] message = Ed25519Key.message("ballot", CanonicalForm.of(ballot));
        byte[] signature = new byte[64];
        booth.sign(Ed25519.Algorithm.Ed25519, null, message, 0, message.length, signature, 0);
        return CanonicalForm.of(ballot.deepCopy().put("signature", Hex.of(signature)));
    }

    /** Range proof for 0 … 1: the branch of the value is true, the other simulated. */
    private ObjectNode proof(HashInput statement, byte[] hash, int value, BigInteger xi) {
        List<BigInteger> challenges = new ArrayList<>();
        List<BigInteger> u = new ArrayList<>();
        for (int j = 0; j < 2; j++) {
            u.add(new BigInteger(250, random));
            challenges.add(new BigInteger(250, random));
            BigInteger shift =
                    j == value
                            ? BigInteger.ZERO
                            : challenges.get(j).multiply(BigInteger.valueOf(value - j));
            statement.element(group.powerOfG(u.get(j)));
            statement.element(keys.powerOfKey(u.get(j).add(shift)));
        }
        BigInteger all = statement.hashModQ(hash);
        challenges.set(value, all.subtract(challenges.get(1 - value)).mod(group.q()));
        ObjectNode proof = JsonNodeFactory.instance.objectNode();
        ArrayNode c = proof.putArray("challenges");
        ArrayNode v = proof.putArray("responses");
        for (int j = 0; j < 2; j++) {
            c.add(new ModQ(challenges.get(j)).hex());
            v.add(new ModQ(u.get(j).subtract(challenges.get(j).multiply(xi)).mod(group.q())).hex());
        }
        return proof;
    }
}
