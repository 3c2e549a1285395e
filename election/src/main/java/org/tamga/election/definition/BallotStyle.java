package org.tamga.election.definition;

import java.util.List;
import org.tamga.election.text.LocalizedText;

/**
 * The contests that stand together on one ballot.
 *
 * @param contestIds in the order of the ballot
 */
public record BallotStyle(String id, LocalizedText name, List<String> contestIds) {
    public BallotStyle {
        contestIds = List.copyOf(contestIds);
    }
}
