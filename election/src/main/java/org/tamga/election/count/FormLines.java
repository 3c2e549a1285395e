package org.tamga.election.count;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.election.definition.Candidate;
import org.tamga.election.definition.Contest;
import org.tamga.election.definition.FormLine;
import org.tamga.election.definition.ProtocolForm;

/** The concrete lines of a form for the contests of a station. */
public final class FormLines {
    private FormLines() {}

    /** One line as it stands on the screen and on paper. */
    public record ConcreteLine(
            String key, FormLine line, @Nullable Contest contest, @Nullable Candidate candidate) {}

    /**
     * All concrete lines: those of the station, then contest by contest, each in the order of the
     * form.
     */
    public static List<ConcreteLine> of(ProtocolForm form, List<Contest> contests) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The concrete lines that are typed. */
    public static List<ConcreteLine> typed(ProtocolForm form, List<Contest> contests) {
        throw new UnsupportedOperationException("not yet");
    }
}
