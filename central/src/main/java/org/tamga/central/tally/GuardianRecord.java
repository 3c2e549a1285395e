package org.tamga.central.tally;

import java.util.ArrayList;
import java.util.List;
import org.tamga.election.ballot.DecryptedSum;
import org.tamga.election.ballot.ReviewedTally;

/**
 * What a guardian remembers beside its secret: {@code decrypted.json}.
 *
 * @param fewestBallots cast ballots that a sum must have in each contest; agreed between the
 *     guardians, so that nobody can lower it later
 * @param sums what it decrypted
 */
record GuardianRecord(int fewestBallots, List<DecryptedSum> sums) {
    GuardianRecord {
        sums = List.copyOf(sums);
    }

    GuardianRecord with(List<ReviewedTally> reviewed) {
        var all = new ArrayList<>(sums);
        reviewed.stream()
                .map(ReviewedTally::sum)
                .filter(sum -> !all.contains(sum))
                .forEach(all::add);
        return new GuardianRecord(fewestBallots, all);
    }
}
