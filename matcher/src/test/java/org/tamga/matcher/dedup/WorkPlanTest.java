package org.tamga.matcher.dedup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The plan of the work")
class WorkPlanTest {
    @Property(tries = 200)
    @Label("lets every two subjects of the batch meet, and every one meet the register once")
    void everyTwoMeet(
            @ForAll @IntRange(min = 0, max = 90) int batch,
            @ForAll @IntRange(min = 0, max = 60) int register,
            @ForAll @IntRange(min = 1, max = 5) int unit,
            @ForAll @IntRange(min = 1, max = 4) int units) {
        WorkPlan plan = new WorkPlan(batch, register, unit * units, unit);
        int[][] met = new int[batch][batch + register];
        for (int number = 0; number < plan.units(); number++) {
            WorkPlan.Unit at = plan.unit(number);
            assertEquals(number, at.number());
            assertTrue(at.from() < at.to());
            int offset = plan.isOfRegister(at.block()) ? batch : 0;
            for (int probe = at.from(); probe < at.to(); probe++) {
                for (int i = plan.from(at.block()); i < plan.to(at.block()); i++) {
                    met[probe][offset + i]++;
                }
            }
        }
        for (int a = 0; a < batch; a++) {
            for (int b = a + 1; b < batch; b++) {
                boolean sameBlock = a / plan.blockSubjects() == b / plan.blockSubjects();
                assertEquals(sameBlock ? 2 : 1, met[a][b] + met[b][a]);
            }
            for (int b = batch; b < batch + register; b++) {
                assertEquals(1, met[a][b]);
            }
        }
    }

    @Test
    @DisplayName("of a whole country has a number for each unit")
    void ofACountry() {
        WorkPlan plan = new WorkPlan(4_500_000, 0, DedupJob.BLOCK, DedupJob.UNIT);
        assertEquals(1099, plan.blocks());
        WorkPlan.Unit last = plan.unit(plan.units() - 1);
        assertEquals(4_500_000, last.to());
        assertEquals(1098, last.block());
    }

    @Test
    @DisplayName("does not let a unit straddle two blocks")
    void doesNotStraddle() {
        assertThrows(IllegalArgumentException.class, () -> new WorkPlan(10, 0, 10, 4));
    }
}
