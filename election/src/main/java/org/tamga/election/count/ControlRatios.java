package org.tamga.election.count;

import java.util.List;
import java.util.Map;
import org.tamga.election.definition.Contest;
import org.tamga.election.definition.ProtocolForm;

/** Evaluates the control ratios of a form; lines that have no value yet count as 0. */
public final class ControlRatios {
    private ControlRatios() {}

    /**
     * Evaluates all ratios in the order of the form, those of contests in the order of the
     * contests.
     *
     * @param contests the contests of the station
     * @param values numbers by line key
     */
    public static List<RatioOutcome> evaluate(
            ProtocolForm form, List<Contest> contests, Map<String, Long> values) {
        throw new UnsupportedOperationException("not yet");
    }
}
