package org.tamga.station.sync;

/**
 * Outcome of asking the centre for something.
 *
 * @param <T> what was asked for
 */
public sealed interface Fetch<T> {
    record Fetched<T>(T value) implements Fetch<T> {}

    /** The terminal holds the newest already. */
    record NothingNewer<T>() implements Fetch<T> {}

    record Unreachable<T>(SyncFault fault, String detail) implements Fetch<T> {}

    /**
     * @param code {@code CN-nn}
     */
    record RefusedByCentral<T>(String code, String detail) implements Fetch<T> {}
}
