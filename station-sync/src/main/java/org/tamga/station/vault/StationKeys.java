package org.tamga.station.vault;

import java.util.Arrays;
import org.tamga.station.store.StoreKey;

/** What an unlocked vault gives: a key for each store and the password of the identity file. */
public final class StationKeys implements AutoCloseable {
    private final StoreKey dataKey;
    private final char[] identityPassword;

    StationKeys(StoreKey dataKey, char[] identityPassword) {
        this.dataKey = dataKey;
        this.identityPassword = identityPassword;
    }

    /**
     * The key of one store, independent of every other store's.
     *
     * @param store name of the store: {@code journal}, {@code register}, {@code ballots}, {@code
     *     outbox}
     */
    public StoreKey storeKey(String store) {
        return dataKey.derive("store|" + store);
    }

    /** A copy of the password of {@code identity.p12}; the caller wipes it. */
    public char[] identityPassword() {
        return identityPassword.clone();
    }

    /** Wipes the keys; those handed out live on. */
    @Override
    public void close() {
        dataKey.close();
        Arrays.fill(identityPassword, '\0');
    }

    @Override
    public String toString() {
        return "StationKeys";
    }
}
