package org.tamga.central.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SharesTest {
    @Test
    void three_equal_candidates_share_a_hundred_percent_without_a_rest() {
        assertEquals(List.of(3334L, 3333L, 3333L), Shares.of(List.of(1L, 1L, 1L)));
    }

    @Test
    void nobody_has_a_share_of_no_votes() {
        assertEquals(List.of(0L, 0L), Shares.of(List.of(0L, 0L)));
    }

    @Property(tries = 500)
    void shares_add_up_and_each_is_right_to_the_last_digit(
            @ForAll @Size(min = 1, max = 30)
                    List<@LongRange(min = 0, max = 5_000_000) Long> votes) {
        List<Long> shares = Shares.of(votes);
        long total = votes.stream().mapToLong(Long::longValue).sum();
        assertEquals(total == 0 ? 0 : 10_000, shares.stream().mapToLong(Long::longValue).sum());
        for (int i = 0; i < votes.size() && total > 0; i++) {
            double exact = votes.get(i) * 10_000.0 / total;
            assertTrue(Math.abs(shares.get(i) - exact) < 1, votes + " " + shares);
        }
    }
}
