package org.tamga.election.ballot;

import java.util.List;

/**
 * One guardian's partial decryption of a tally (EG 3.6.2), a file of its own.
 *
 * @param tallyId the tally
 * @param guardian index 1…n
 * @param contests every contest of the tally, in order
 */
public record TallyShare(String tallyId, int guardian, List<ContestShare> contests) {
    public TallyShare {
        contests = List.copyOf(contests);
    }

    /** Whether this is a share of the given tally, with its contests and candidates in order. */
    boolean fits(EncryptedTally tally) {
        if (!tallyId.equals(tally.tallyId()) || contests.size() != tally.contests().size()) {
            return false;
        }
        for (int i = 0; i < contests.size(); i++) {
            ContestShare contest = contests.get(i);
            EncryptedTally.TallyContest expected = tally.contests().get(i);
            List<String> candidates =
                    contest.selections().stream().map(SelectionShare::candidateId).toList();
            if (!contest.contestId().equals(expected.contestId())
                    || !candidates.equals(expected.candidateIds())) {
                return false;
            }
        }
        return true;
    }

    /**
     * A contest.
     *
     * @param contestId the contest
     * @param selections every candidate, in order
     */
    public record ContestShare(String contestId, List<SelectionShare> selections) {
        public ContestShare {
            selections = List.copyOf(selections);
        }
    }

    /**
     * A candidate.
     *
     * @param candidateId the candidate
     * @param partial M(i) = A^z(i) mod p
     * @param proof that the exponent is the guardian's share z(i)
     */
    public record SelectionShare(String candidateId, ElementModP partial, ExponentProof proof) {}
}
