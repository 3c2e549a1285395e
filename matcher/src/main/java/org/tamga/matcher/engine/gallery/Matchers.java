package org.tamga.matcher.engine.gallery;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tamga.matcher.engine.flat.FlatMatcher;

/** Lends each thread a matcher with its working memory and takes it back. */
public final class Matchers {
    private final ConcurrentLinkedDeque<FlatMatcher> idle = new ConcurrentLinkedDeque<>();

    /** The result of work that needs a matcher to itself. */
    public <T> T with(Function<FlatMatcher, T> work) {
        @Nullable FlatMatcher lent = idle.pollFirst();
        FlatMatcher matcher = lent != null ? lent : new FlatMatcher();
        T result = work.apply(matcher);
        idle.addFirst(matcher);
        return result;
    }
}
