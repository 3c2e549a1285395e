package org.tamga.kiosk.signin;

import java.util.List;

/** What came of an attempt to unlock the terminal. */
public sealed interface SignInResult {

    /**
     * @param officials ids of those who unlocked it
     */
    record SignedIn(List<String> officials) implements SignInResult {
        public SignedIn {
            officials = List.copyOf(officials);
        }
    }

    /**
     * @param code VT-nn for a code or vault, ST-nn for a store
     */
    record Refused(String code) implements SignInResult {}
}
