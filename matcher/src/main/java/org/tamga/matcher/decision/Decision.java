package org.tamga.matcher.decision;

import java.util.List;

/** Where the ladder stands after a step. */
public sealed interface Decision {
    LadderReason reason();

    /**
     * The person is this subject, as far as machines can tell.
     *
     * @param evidence of all steps, in their order
     */
    record Decided(String subject, LadderReason reason, List<StepEvidence> evidence)
            implements Decision {
        public Decided {
            evidence = List.copyOf(evidence);
        }
    }

    /** Not decided; this is to be asked for now. */
    record Next(LadderStep step, LadderReason reason) implements Decision {}

    /** Not decided, and nothing is left to ask for. */
    record Exhausted(LadderReason reason, List<StepEvidence> evidence) implements Decision {
        public Exhausted {
            evidence = List.copyOf(evidence);
        }
    }
}
