package org.tamga.matcher.engine.gallery;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tamga.matcher.engine.flat.FlatMatcher;

/**
 * Lends each thread a matcher with its working memory and takes it back. One for the process: what
 * a matcher remembers of its last comparison decides nothing of the next.
 */
public final class Matchers {
    public static final Matchers SHARED = new Matchers();

    private static final int MOST_IDLE = 4 * Runtime.getRuntime().availableProcessors();

    private final ConcurrentLinkedDeque<FlatMatcher> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger count = new AtomicInteger();

    private Matchers() {}

    /** The result of work that needs a matcher to itself. */
    public <T> T with(Function<FlatMatcher, T> work) {
        @Nullable FlatMatcher lent = idle.pollFirst();
        if (lent != null) {
            count.decrementAndGet();
        }
        FlatMatcher matcher = lent != null ? lent : new FlatMatcher();
        T result = work.apply(matcher);
        if (count.incrementAndGet() <= MOST_IDLE) {
            idle.addFirst(matcher);
        } else {
            count.decrementAndGet();
        }
        return result;
    }
}
