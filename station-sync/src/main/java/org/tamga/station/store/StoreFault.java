package org.tamga.station.store;

/**
 * Why a store cannot be opened, read or written; the code is stable and may be read out by a user.
 */
public enum StoreFault {
    /** The key is not the one this store was created with. */
    WRONG_KEY("ST-01", "the key does not open this store"),
    /** A page, a sealed row or a chain link is not what was written. */
    CORRUPT("ST-02", "the store is damaged"),
    /** No space left: nothing of the last write was kept. */
    DISK_FULL("ST-03", "the disk is full"),
    /** The file or its folder refuses writing. */
    NOT_WRITABLE("ST-04", "the store cannot be written"),
    /** Another process, or this one, has the store open. */
    ALREADY_OPEN("ST-05", "the store is already open"),
    /** The file does not exist: a store is never silently replaced by an empty one. */
    MISSING("ST-06", "the store does not exist"),
    /** A store to be created exists already. */
    ALREADY_EXISTS("ST-07", "the store exists already"),
    /** Written by another version of the program, or a store of another kind. */
    OTHER_SCHEMA("ST-08", "the store has another schema"),
    /** The store belongs to another election or another terminal. */
    OTHER_ELECTION("ST-09", "the store belongs to another election or terminal"),
    /** The operating system reported an input or output error. */
    INPUT_OUTPUT("ST-10", "input or output error"),
    /** The store was closed, shredded, or gave up after an error it could not undo. */
    CLOSED("ST-11", "the store is closed"),
    /** The call does not fit the store's state, e.g. casting after closing. */
    WRONG_STATE("ST-12", "not possible in this state of the store");

    private final String code;
    private final String text;

    StoreFault(String code, String text) {
        this.code = code;
        this.text = text;
    }

    /** {@code ST-nn}. */
    public String code() {
        return code;
    }

    String text() {
        return text;
    }
}
