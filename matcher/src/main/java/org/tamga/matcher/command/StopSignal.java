package org.tamga.matcher.command;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C as a wish to stop: the work is given some seconds to end cleanly before the process does.
 */
final class StopSignal implements AutoCloseable {
    private static final int SECONDS_TO_END = 10;

    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
    private final Thread hook = new Thread(this::stop, "stop");
    private volatile boolean given;

    StopSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    boolean isGiven() {
        return given;
    }

    private void stop() {
        given = true;
        ended.completeOnTimeout(false, SECONDS_TO_END, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        ended.complete(true);
        if (!given) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The process ends by itself already.
                given = true;
            }
        }
    }
}
