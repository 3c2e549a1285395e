package org.tamga.devices.link;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A question that may hang where nothing interrupts it: in the kernel, in somebody's library. It is
 * asked on a thread of its own. Whoever asks is answered within the limit, and at once while an
 * earlier question hangs; so at most one thread hangs, for as long as the question does.
 */
public final class Inquiry<T> {
    private final String name;
    private final Duration limit;
    private final Callable<T> question;
    private @Nullable Asked<T> last;

    private record Asked<T>(FutureTask<T> answer, long deadline) {}

    /**
     * @param name of the thread
     * @param limit how long an answer may take
     */
    public Inquiry(String name, Duration limit, Callable<T> question) {
        this.name = name;
        this.limit = limit;
        this.question = question;
    }

    /** Empty when there is no answer in time, or this thread is told to stop. */
    public Optional<T> ask() {
        Asked<T> asked = underWay();
        long left = Math.max(0, asked.deadline() - System.nanoTime());
        try {
            return Optional.of(asked.answer().get(left, TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(name + " failed", e.getCause());
        }
    }

    /** Whoever comes while the question is under way waits for its answer too. */
    private synchronized Asked<T> underWay() {
        Asked<T> asked = last;
        if (asked == null || asked.answer().isDone()) {
            asked = new Asked<>(new FutureTask<>(question), System.nanoTime() + limit.toNanos());
            last = asked;
            Thread.ofPlatform().daemon().name(name).start(asked.answer());
        }
        return asked;
    }
}
