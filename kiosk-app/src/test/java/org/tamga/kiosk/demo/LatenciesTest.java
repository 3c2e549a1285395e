package org.tamga.kiosk.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void percentiles_are_values_that_occurred() {
        var latencies = new Latencies();
        for (var millis = 100; millis >= 1; millis--) {
            latencies.add(millis);
        }

        assertEquals(new Latencies.Percentiles(100, 50, 95, 99), latencies.percentiles());
    }

    @Test
    void one_value_is_every_percentile_and_none_is_zero() {
        var latencies = new Latencies();
        assertEquals(new Latencies.Percentiles(0, 0, 0, 0), latencies.percentiles());
        latencies.add(7);
        assertEquals(new Latencies.Percentiles(1, 7, 7, 7), latencies.percentiles());
    }
}
