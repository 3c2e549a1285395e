package org.tamga.kiosk.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VisitTest {
    private final Population population = SyntheticFingers.population(1, 100, 5);

    @Test
    void everybody_comes_and_two_percent_come_twice() {
        var queue = Visit.queue(population, 2, false, new Random(1));

        assertEquals(100, count(queue, Visit.Kind.VOTER));
        assertEquals(5, count(queue, Visit.Kind.STRANGER));
        assertEquals(2, count(queue, Visit.Kind.SECOND));
    }

    @Test
    void nobody_comes_a_second_time_before_the_first() {
        var queue = Visit.queue(population, 20, false, new Random(2));

        for (var i = 0; i < queue.size(); i++) {
            var visit = queue.get(i);
            if (visit.kind() == Visit.Kind.SECOND) {
                assertTrue(
                        queue.subList(0, i).stream()
                                .anyMatch(
                                        earlier ->
                                                earlier.kind() == Visit.Kind.VOTER
                                                        && earlier.person()
                                                                .equals(visit.person())));
            }
        }
    }

    @Test
    void the_same_seed_gives_the_same_queue() {
        assertEquals(
                numbers(Visit.queue(population, 2, false, new Random(3))),
                numbers(Visit.queue(population, 2, false, new Random(3))));
    }

    private static long count(List<Visit> queue, Visit.Kind kind) {
        return queue.stream().filter(visit -> visit.kind() == kind).count();
    }

    private static List<Integer> numbers(List<Visit> queue) {
        return queue.stream().map(visit -> visit.person().number()).toList();
    }
}
