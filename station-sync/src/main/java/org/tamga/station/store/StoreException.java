package org.tamga.station.store;

import org.jspecify.annotations.Nullable;

/**
 * A store that cannot do its work. Nothing of the interrupted write is kept; what was acknowledged
 * before stays. The message holds the code, the store's file name and no content.
 */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final StoreFault fault;

    public StoreException(StoreFault fault, String store) {
        this(fault, store, null);
    }

    public StoreException(StoreFault fault, String store, @Nullable Throwable cause) {
        super(store + ": " + fault.text() + " [" + fault.code() + "]", cause);
        this.fault = fault;
    }

    public StoreFault fault() {
        return fault;
    }

    /** {@code ST-nn}. */
    public String code() {
        return fault.code();
    }
}
