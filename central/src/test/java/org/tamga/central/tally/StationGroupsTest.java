package org.tamga.central.tally;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tamga.election.ballot.BallotState;
import org.tamga.election.ballot.EncryptedBallot;
import org.tamga.election.ballot.EncryptedContest;
import org.tamga.election.ballot.RangeProof;

/** Ballots here have contests without selections: only their number counts. */
class StationGroupsTest {
    private static final RangeProof NO_PROOF = new RangeProof(List.of(), List.of());

    private final SortedMap<String, List<EncryptedBallot>> cast = new TreeMap<>();

    @Test
    void a_station_with_enough_ballots_in_every_contest_is_decrypted_alone() {
        cast("0101", 20, "president", "council");
        cast("0102", 25, "president");
        cast("0103", 30, "president", "council");
        cast("0104", 0);
        assertEquals(List.of(List.of("0101"), List.of("0102"), List.of("0103")), groups());
    }

    @Test
    void small_stations_join_the_next_one_and_a_rest_the_one_before() {
        cast("0101", 9, "president");
        cast("0102", 8, "president");
        cast("0103", 8, "president");
        cast("0104", 3, "president");
        assertEquals(List.of(List.of("0101", "0102", "0103", "0104")), groups());
    }

    @Test
    void a_rare_ballot_style_joins_the_next_station_that_has_its_contests() {
        cast("0101", 40, "president");
        cast("0101", 3, "president", "village");
        cast("0102", 40, "president");
        cast("0103", 25, "president", "village");
        assertEquals(List.of(List.of("0101", "0103"), List.of("0102")), groups());
    }

    @Test
    void a_contest_with_few_ballots_in_all_is_decrypted_as_one_sum_without_joining_the_others() {
        cast("0101", 40, "president");
        cast("0102", 40, "president");
        cast("0102", 2, "president", "village");
        cast("0103", 40, "president");
        cast("0104", 40, "president");
        cast("0104", 1, "president", "village");
        assertEquals(List.of(List.of("0101"), List.of("0102", "0104"), List.of("0103")), groups());
    }

    private List<List<String>> groups() {
        return StationGroups.of(cast, 20);
    }

    private void cast(String station, int ballots, String... contests) {
        List<EncryptedContest> empty =
                List.of(contests).stream()
                        .map(id -> new EncryptedContest(id, List.of(), NO_PROOF, "00"))
                        .toList();
        List<EncryptedBallot> all = cast.computeIfAbsent(station, id -> new ArrayList<>());
        for (int i = 0; i < ballots; i++) {
            all.add(
                    new EncryptedBallot(
                            "00", "style", BallotState.CAST, empty, "00", "t", null, null));
        }
    }
}
