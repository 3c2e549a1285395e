package org.tamga.devices.token;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.SigningToken;

/** Drivers of signing tokens. */
public final class SigningTokens {
    /**
     * Detail of {@code NOT_FOUND} when the key file is there, but nothing to sign with is in it.
     */
    public static final String NO_KEY = "the key file holds no key with a certificate";

    private SigningTokens() {}

    /**
     * A smart card or USB token.
     *
     * @param library the maker's PKCS#11 library, absolute
     * @param label the token's own name; empty for the first token
     * @param answerLimit how long the library may take to log in, and to sign
     */
    public static SigningToken pkcs11(
            DeviceInfo info,
            Path library,
            String label,
            Duration answerLimit,
            InstantSource clock) {
        return new Pkcs11Token(info, library, label, answerLimit, clock);
    }

    /** A PKCS#12 file. */
    public static SigningToken pkcs12(DeviceInfo info, Path file, InstantSource clock) {
        return new Pkcs12Token(info, file, clock);
    }
}
