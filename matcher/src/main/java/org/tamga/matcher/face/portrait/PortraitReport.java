package org.tamga.matcher.face.portrait;

import java.util.List;
import java.util.Optional;

/**
 * What is wrong with a portrait.
 *
 * @param score 0–100, that of the worst property; 50 is the limit
 * @param findings properties beyond their limits, worst first
 * @param measures everything that was measured; empty without exactly one face
 */
public record PortraitReport(
        int score, List<Finding> findings, Optional<PortraitMeasures> measures) {
    public PortraitReport {
        findings = List.copyOf(findings);
    }

    /**
     * @param score 0–49
     * @param measured value, in the unit of {@link PortraitMeasures}
     * @param limit that it passed
     */
    public record Finding(PortraitReason reason, int score, double measured, double limit) {}

    /** Whether nothing speaks against the portrait. */
    public boolean isFit() {
        return findings.isEmpty();
    }
}
