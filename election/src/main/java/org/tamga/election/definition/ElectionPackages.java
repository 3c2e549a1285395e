package org.tamga.election.definition;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.tamga.election.definition.PackageOpening.Accepted;
import org.tamga.election.definition.PackageOpening.Refused;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.DetachedSignature;
import org.tamga.election.wire.Hex;
import org.tamga.election.wire.SignedKind;
import org.tamga.election.wire.WireFormatException;

/** Opens election packages: key and signature first, then form, then time, then consistency. */
public final class ElectionPackages {
    private ElectionPackages() {}

    /**
     * Opens a package. The proofs inside the ballot keys are not part of this: who encrypts or
     * tallies checks them with {@link org.tamga.election.ballot.KeyCeremony#check}.
     *
     * @param json the bytes of {@code election-package.json}
     * @param centralPublicKey raw Ed25519 key that the terminal was set up to trust
     */
    public static PackageOpening open(
            byte[] json, DetachedSignature signature, byte[] centralPublicKey, Instant now) {
        if (!Arrays.equals(Hex.parse(signature.publicKey()), centralPublicKey)) {
            return new Refused(
                    PackageRefusal.UNKNOWN_KEY, "signed with the key " + signature.keyId());
        }
        if (!signature.verifies(SignedKind.ELECTION_PACKAGE, json, centralPublicKey)) {
            return new Refused(PackageRefusal.BAD_SIGNATURE, "the signature does not fit the file");
        }
        try {
            return check(CanonicalJson.read(json, ElectionPackage.class), now);
        } catch (WireFormatException e) {
            return new Refused(PackageRefusal.MALFORMED, e.detail());
        }
    }

    private static PackageOpening check(ElectionPackage electionPackage, Instant now) {
        if (electionPackage.formatVersion() != ElectionPackage.FORMAT) {
            return new Refused(
                    PackageRefusal.MALFORMED, "format " + electionPackage.formatVersion());
        }
        if (now.isBefore(electionPackage.validFrom())) {
            return new Refused(
                    PackageRefusal.NOT_YET_VALID, "valid from " + electionPackage.validFrom());
        }
        if (!now.isBefore(electionPackage.validUntil())) {
            return new Refused(
                    PackageRefusal.EXPIRED, "valid until " + electionPackage.validUntil());
        }
        List<String> problems = problems(electionPackage);
        return problems.isEmpty()
                ? new Accepted(electionPackage)
                : new Refused(PackageRefusal.INCONSISTENT, String.join("; ", problems));
    }

    /** All that is wrong with a package, one English line each; empty when it is consistent. */
    public static List<String> problems(ElectionPackage electionPackage) {
        return new PackageCheck(electionPackage).problems();
    }

    /** The bytes of {@code election-package.json}. */
    public static byte[] write(ElectionPackage electionPackage) {
        return CanonicalJson.write(electionPackage);
    }
}
