package org.tamga.devices.token;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A maker's library and the one thread that calls it. Nothing can interrupt a library that hangs:
 * its caller is answered in time all the same, and until the library returns everybody else is
 * answered at once. The last user's closing finalizes the library.
 */
public final class TokenLibrary implements AutoCloseable {
    /** By file: whether a library is initialized and logged in is a matter of the process. */
    private static final Map<Path, TokenLibrary> OPEN = new HashMap<>();

    private static final long CLOSING_SECONDS = 2;

    private final Path path;
    private final ThreadPoolExecutor worker;
    private final Set<Long> slotsInUse = new HashSet<>();
    private int users;
    private @Nullable Cryptoki loaded;
    private volatile @Nullable Job<?> running;
    private volatile @Nullable Job<?> hanging;

    private TokenLibrary(Path path) {
        this.path = path;
        this.worker =
                new ThreadPoolExecutor(
                        1,
                        1,
                        0,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        Thread.ofPlatform().daemon().name("token library").factory());
    }

    /** The library in that file; every user closes it. */
    public static TokenLibrary of(Path file) {
        synchronized (OPEN) {
            TokenLibrary library =
                    OPEN.computeIfAbsent(file.toAbsolutePath().normalize(), TokenLibrary::new);
            library.users++;
            return library;
        }
    }

    /** What is done with the library, on its thread. */
    @FunctionalInterface
    public interface Work<T> {
        /**
         * @param givenUp true once nobody waits any more
         */
        T with(Cryptoki library, BooleanSupplier givenUp);

        /** Takes back what came too late; on the library's thread. */
        default void undo(Cryptoki library, T late) {}

        /** Comes last, exactly once, even when the work was never begun; on any thread. */
        default void end() {}
    }

    /** What came of a call. */
    public sealed interface Answer<T> {}

    public record Given<T>(T value) implements Answer<T> {}

    /** The library did not answer in time. */
    public record Late<T>() implements Answer<T> {}

    /** There is no such library. */
    public record Missing<T>(String detail) implements Answer<T> {}

    private final class Job<T> implements Runnable {
        private final Work<T> work;
        private final AtomicBoolean begun = new AtomicBoolean();
        private final CompletableFuture<Answer<T>> answer = new CompletableFuture<>();

        Job(Work<T> work) {
            this.work = work;
        }

        @Override
        public void run() {
            if (!begun.compareAndSet(false, true)) {
                return;
            }
            running = this;
            try {
                Cryptoki library = load();
                T value = work.with(library, answer::isDone);
                if (!answer.complete(new Given<>(value))) {
                    work.undo(library, value);
                }
            } catch (IllegalArgumentException e) {
                answer.complete(new Missing<>(String.valueOf(e.getMessage())));
            } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
            } finally {
                running = null;
                work.end();
            }
        }

        /** Nobody waits any more. */
        Answer<T> giveUp() {
            Answer<T> late = new Late<>();
            if (!answer.complete(late)) {
                return answer.join();
            }
            if (begun.compareAndSet(false, true)) {
                worker.remove(this);
                work.end();
            }
            return late;
        }
    }

    private Cryptoki load() {
        Cryptoki library = loaded;
        if (library == null) {
            if (!Files.isReadable(path)) {
                throw new IllegalArgumentException("the token's library is missing: " + path);
            }
            try {
                library = Cryptoki.load(path);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        path + " is no PKCS#11 library of this machine", e);
            }
            loaded = library;
        }
        return library;
    }

    /** Waits for {@code work}, which is left out when its turn does not come in time. */
    public <T> Answer<T> call(Duration limit, Work<T> work) {
        if (hangs()) {
            work.end();
            return new Late<>();
        }
        Job<T> job = new Job<>(work);
        worker.execute(job);
        Answer<T> answer = await(job, limit);
        if (answer instanceof Late) {
            hanging = running;
        }
        return answer;
    }

    private static <T> Answer<T> await(TokenLibrary.Job<T> job, Duration limit) {
        try {
            return job.answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return job.giveUp();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return job.giveUp();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a token's library failed", e.getCause());
        }
    }

    /** Somebody was answered too late, and what made him wait still runs. */
    private boolean hangs() {
        Job<?> last = hanging;
        return last != null && last == running;
    }

    /** As {@link #call} when the library soon has nothing else to do; else, or later, empty. */
    public <T> Optional<Answer<T>> glance(Duration limit, Work<T> work) {
        if (hangs() || !worker.getQueue().isEmpty()) {
            work.end();
            return Optional.empty();
        }
        Job<T> job = new Job<>(work);
        worker.execute(job);
        return Optional.of(await(job, limit)).filter(answer -> !(answer instanceof Late));
    }

    /**
     * As {@link #call}, but done in any case, if need be after the wait.
     *
     * @return false when it is still to be done
     */
    public boolean finish(Duration limit, Work<?> work) {
        Job<?> job = new Job<>(work);
        worker.execute(job);
        return !hangs() && done(job, limit);
    }

    private static boolean done(TokenLibrary.Job<?> job, Duration limit) {
        try {
            job.answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a token's library failed", e.getCause());
        }
    }

    /** A token has one user at a time. Called on the library's thread. */
    boolean take(long slot) {
        return slotsInUse.add(slot);
    }

    /** Called on the library's thread. */
    void release(long slot) {
        slotsInUse.remove(slot);
    }

    private boolean isUsed() {
        synchronized (OPEN) {
            return users > 0;
        }
    }

    @Override
    public void close() {
        synchronized (OPEN) {
            users--;
            if (users > 0) {
                return;
            }
        }
        CompletableFuture<Void> ended = new CompletableFuture<>();
        worker.execute(() -> ended.complete(end()));
        try {
            if (!hangs()) {
                ended.get(CLOSING_SECONDS, TimeUnit.SECONDS);
            }
        } catch (TimeoutException e) {
            // The library's own thread goes on with it.
            hanging = running;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a token's library failed", e.getCause());
        }
    }

    private @Nullable Void end() {
        Cryptoki library = loaded;
        if (library != null && !isUsed()) {
            library.terminate();
            slotsInUse.clear();
        }
        synchronized (OPEN) {
            if (users == 0 && OPEN.remove(path, this)) {
                worker.shutdown();
            }
        }
        return null;
    }
}
