package org.tamga.kiosk.identify;

import java.util.Optional;
import org.tamga.election.checkin.RefusalReason;
import org.tamga.kiosk.i18n.Message;
import org.tamga.matcher.QualityReason;
import org.tamga.matcher.decision.LadderStep;

/**
 * A refusal as the screen shows it.
 *
 * @param picture what was wrong with the finger's image
 * @param rung what to try now when the finger failed
 * @param evidence how far the finger came; none when no finger was looked at
 * @param codes of the refusal and of the ladder
 * @param clock local time HH:mm
 */
public record ShownRefusal(
        RefusalReason reason,
        Message title,
        Message sentence,
        Message next,
        Optional<QualityReason> picture,
        Optional<LadderStep> rung,
        Message evidence,
        String codes,
        String clock) {}
