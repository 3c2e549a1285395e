package org.tamga.election.definition;

import java.time.Instant;
import java.util.List;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.DetachedSignature;

/** Opens election packages: signature first, then form, then time, then consistency. */
public final class ElectionPackages {
    private ElectionPackages() {}

    /**
     * Opens a package.
     *
     * @param json the bytes of {@code election-package.json}
     * @param centralPublicKey raw Ed25519 key that the terminal was set up to trust
     */
    public static PackageOpening open(
            byte[] json, DetachedSignature signature, byte[] centralPublicKey, Instant now) {
        throw new UnsupportedOperationException("not yet");
    }

    /** All that is wrong with a package, one English line each; empty when it is consistent. */
    public static List<String> problems(ElectionPackage electionPackage) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The bytes of {@code election-package.json}. */
    public static byte[] write(ElectionPackage electionPackage) {
        return CanonicalJson.write(electionPackage);
    }
}
