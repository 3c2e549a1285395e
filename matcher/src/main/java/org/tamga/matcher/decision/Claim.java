package org.tamga.matcher.decision;

import java.util.List;
import org.tamga.matcher.FingerImpression;

/**
 * Whom a document or number says the person is.
 *
 * @param enrolled that subject's fingers; may be none
 */
public record Claim(String subject, List<FingerImpression> enrolled) {
    public Claim {
        enrolled = List.copyOf(enrolled);
    }
}
