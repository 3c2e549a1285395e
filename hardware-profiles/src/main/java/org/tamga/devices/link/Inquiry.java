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
 * asked on a thread of its own, and whoever asks is answered within the limit. While a question
 * hangs no other is asked: one thread hangs with it, not more.
 */
public final class Inquiry<T> {
    private final String name;
    private final Duration limit;
    private final Callable<T> question;
    private @Nullable Asked<T> last;

    private record Asked<T>(FutureTask<T> answer, long deadline) {
        boolean hangs() {
            return !answer.isDone() && System.nanoTime() - deadline >= 0;
        }
    }

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
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            Asked<T> asked = underWay();
            if (asked.hangs()) {
                // What comes of it after all is an answer to how things were before.
                T unused = await(asked, deadline);
            }
            return Optional.of(await(underWay(), deadline));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(name + " failed", e.getCause());
        }
    }

    private T await(Asked<T> asked, long deadline)
            throws InterruptedException, ExecutionException, TimeoutException {
        long left = Math.max(0, deadline - System.nanoTime());
        return asked.answer().get(left, TimeUnit.NANOSECONDS);
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
