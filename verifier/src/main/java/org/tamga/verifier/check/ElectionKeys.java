package org.tamga.verifier.check;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.tamga.verifier.arithmetic.FixedBase;
import org.tamga.verifier.arithmetic.Group;
import org.tamga.verifier.arithmetic.HashInput;
import org.tamga.verifier.format.ElectionPackage;
import org.tamga.verifier.format.ElectionPackage.BallotKeys;
import org.tamga.verifier.format.ElectionPackage.GuardianKey;
import org.tamga.verifier.record.CanonicalForm;
import org.tamga.verifier.record.Code;
import org.tamga.verifier.record.Findings;
import org.tamga.verifier.record.Hex;
import org.tamga.verifier.record.MalformedException;

/**
 * The guardians' keys (EG verifications 1 to 3): proofs, joint key and base hashes are recomputed,
 * and everything later uses what was recomputed.
 */
public final class ElectionKeys {
    private final Group group = Group.STANDARD;
    private final BallotKeys keys;
    private final BigInteger jointKey;
    private final byte[] parameterHash;
    private final byte[] extendedBaseHash;
    private final FixedBase powersOfKey;

    private ElectionKeys(ElectionPackage election, Findings findings) throws MalformedException {
        keys = election.ballotKeys();
        parameterHash = parameterHash();
        byte[] manifest = CanonicalForm.of(manifest(election));
        byte[] baseHash = HashInput.domain(0x01).sized(manifest).hash(parameterHash);
        BigInteger product = BigInteger.ONE;
        for (GuardianKey guardian : keys.guardianKeys()) {
            if (!guardian.commitments().isEmpty()) {
                product = group.multiply(product, guardian.commitments().getFirst().value());
            }
        }
        jointKey = product;
        extendedBaseHash = HashInput.domain(0x14).element(jointKey).hash(baseHash);
        powersOfKey = new FixedBase(group, jointKey);
        require(findings, keys.jointKey().value().equals(jointKey), "jointKey is not the product");
        same(findings, "parameterHash", keys.parameterHash(), parameterHash);
        same(findings, "manifestHash", keys.manifestHash(), Hex.sha256(manifest));
        same(findings, "baseHash", keys.baseHash(), baseHash);
        same(findings, "extendedBaseHash", keys.extendedBaseHash(), extendedBaseHash);
    }

    /** Checks the keys of a package. */
    public static ElectionKeys check(ElectionPackage election, Findings findings)
            throws MalformedException {
        ElectionKeys keys = new ElectionKeys(election, findings);
        keys.guardians(findings);
        return keys;
    }

    /** H_E. */
    public byte[] extendedBaseHash() {
        return extendedBaseHash.clone();
    }

    /** K^exponent. */
    public BigInteger powerOfKey(BigInteger exponent) {
        return powersOfKey.power(exponent);
    }

    public int guardians() {
        return keys.guardians();
    }

    public int threshold() {
        return keys.threshold();
    }

    /** Z(i) = g^z(i): the product of all guardians' K(l,j)^(i^j) (EG note 3.7). */
    public BigInteger shareCommitment(int guardian) {
        BigInteger result = BigInteger.ONE;
        for (GuardianKey other : keys.guardianKeys()) {
            BigInteger exponent = BigInteger.ONE;
            for (var commitment : other.commitments()) {
                result = group.multiply(result, group.power(commitment.value(), exponent));
                exponent = exponent.multiply(BigInteger.valueOf(guardian)).mod(group.q());
            }
        }
        return result;
    }

    private byte[] parameterHash() {
        byte[] version = new byte[32];
        byte[] name = {'v', '2', '.', '1', '.', '0'};
        System.arraycopy(name, 0, version, 0, name.length);
        return HashInput.domain(0x00)
                .element(group.p())
                .raw(HashInput.fixed(group.q(), 32))
                .element(group.g())
                .index(keys.guardians())
                .index(keys.threshold())
                .hash(version);
    }

    private static ObjectNode manifest(ElectionPackage election) {
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        manifest.put("electionId", election.electionId());
        var contests = manifest.putArray("contests");
        for (var contest : election.contests()) {
            var node = contests.addObject();
            node.put("id", contest.id()).put("votesAllowed", contest.votesAllowed());
            var candidates = node.putArray("candidateIds");
            contest.candidates().forEach(candidate -> candidates.add(candidate.id()));
        }
        var styles = manifest.putArray("ballotStyles");
        for (var style : election.ballotStyles()) {
            var ids = styles.addObject().put("id", style.id()).putArray("contestIds");
            style.contestIds().forEach(ids::add);
        }
        return manifest;
    }

    private void guardians(Findings findings) {
        boolean sized =
                keys.threshold() >= 1
                        && keys.threshold() <= keys.guardians()
                        && keys.guardianKeys().size() == keys.guardians();
        if (!guardian(findings, sized, "number of guardians or threshold out of range")) {
            return;
        }
        for (int i = 1; i <= keys.guardians(); i++) {
            GuardianKey key = keys.guardianKeys().get(i - 1);
            boolean formed =
                    key.index() == i
                            && key.commitments().size() == keys.threshold()
                            && key.proof().responses().size() == keys.threshold() + 1;
            if (guardian(findings, formed, "key of guardian " + i + " has the wrong form")) {
                guardian(
                        findings,
                        elements(key).stream().allMatch(group::contains),
                        "a commitment of guardian " + i + " is not in the group");
                guardian(
                        findings, proofHolds(key), "the proof of guardian " + i + " does not hold");
            }
        }
        findings.checked("guardians' key proofs", keys.guardians());
    }

    private static List<BigInteger> elements(GuardianKey key) {
        var elements = new ArrayList<>(key.commitments().stream().map(c -> c.value()).toList());
        elements.add(key.communicationKey().value());
        return elements;
    }

    private boolean proofHolds(GuardianKey key) {
        List<BigInteger> elements = elements(key);
        BigInteger c = key.proof().challenge().value();
        HashInput input = HashInput.domain(0x10).ascii("pk_vote").index(key.index());
        elements.forEach(input::element);
        for (int j = 0; j < elements.size(); j++) {
            BigInteger v = key.proof().responses().get(j).value();
            input.element(group.multiply(group.powerOfG(v), group.power(elements.get(j), c)));
        }
        return input.hashModQ(parameterHash).equals(c);
    }

    private static void same(Findings findings, String name, String stated, byte[] recomputed) {
        require(
                findings,
                stated.equals(Hex.of(recomputed)),
                name + " differs from its recomputation");
    }

    private static void require(Findings findings, boolean holds, String what) {
        findings.require(holds, Code.BASE_HASH, PackageCheck.NAME, "ballotKeys: " + what);
    }

    private static boolean guardian(Findings findings, boolean holds, String what) {
        return findings.require(holds, Code.GUARDIAN_KEY, PackageCheck.NAME, "ballotKeys: " + what);
    }
}
