package org.tamga.matcher.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C as a wish to stop: the work is given some seconds to end cleanly before the process does.
 */
final class StopSignal implements AutoCloseable {
    private static final int SECONDS_TO_END = 10;

    private final CountDownLatch ended = new CountDownLatch(1);
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
        try {
            if (!ended.await(SECONDS_TO_END, TimeUnit.SECONDS)) {
                given = true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        if (!given) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
