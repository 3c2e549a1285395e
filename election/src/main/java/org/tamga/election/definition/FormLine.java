package org.tamga.election.definition;

import org.jspecify.annotations.Nullable;
import org.tamga.election.text.LocalizedText;

/**
 * A line of the protocol form.
 *
 * @param code for example {@code L01}; see {@link LineKey} for the keys of concrete lines
 * @param counter name of a counter of {@link org.tamga.election.journal.StationCounters}; present
 *     exactly when the source is COUNTER
 */
public record FormLine(
        String code,
        LineScope scope,
        LineSource source,
        @Nullable String counter,
        LocalizedText label) {}
