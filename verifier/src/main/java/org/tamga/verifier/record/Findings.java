package org.tamga.verifier.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What has been checked and what failed. Safe for several threads. */
public final class Findings {
    private final List<Finding> failures = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Long> counts = new LinkedHashMap<>();

    /** A check failed. */
    public synchronized void fail(Code code, String file, String what) {
        failures.add(new Finding(code, file, what));
    }

    /** Fails unless a condition holds; tells whether it does. */
    public boolean require(boolean holds, Code code, String file, String what) {
        if (!holds) {
            fail(code, file, what);
        }
        return holds;
    }

    /** Something that is no failure but that a reader of the report should know. */
    public synchronized void note(String what) {
        notes.add(what);
    }

    /** So many things of a kind were checked. */
    public synchronized void checked(String kind, long number) {
        counts.merge(kind, number, Long::sum);
    }

    /** Failures in the order they were found. */
    public synchronized List<Finding> failures() {
        return List.copyOf(failures);
    }

    public synchronized List<String> notes() {
        return List.copyOf(notes);
    }

    /** Numbers by kind, in the order of the checks. */
    public synchronized Map<String, Long> counts() {
        return new LinkedHashMap<>(counts);
    }
}
