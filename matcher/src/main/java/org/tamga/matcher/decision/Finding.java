package org.tamga.matcher.decision;

/** What comparing the fingers of a transaction came to. */
sealed interface Finding {
    StepEvidence evidence();

    /**
     * @param fingers different fingers that decided
     */
    record Found(String subject, int fingers, StepEvidence evidence) implements Finding {}

    /**
     * Below the threshold, but a stranger gets this far at most once in a hundred comparisons.
     *
     * @param subject the best one, or the claimed one
     * @param withFace whether a face at the policy's rate would make up for what is missing
     */
    record Near(String subject, boolean withFace, StepEvidence evidence) implements Finding {}

    record Several(StepEvidence evidence) implements Finding {}

    record Nothing(StepEvidence evidence) implements Finding {}
}
