package org.tamga.central.storage;

/** The database failed or cannot be reached. */
public final class StorageException extends RuntimeException {
    /** With the driver's exception as the cause. */
    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
