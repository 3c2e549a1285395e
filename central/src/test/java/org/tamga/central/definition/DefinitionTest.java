package org.tamga.central.definition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tamga.central.CentralFailure;
import org.tamga.election.count.ControlRatios;
import org.tamga.election.count.RatioOutcome;
import org.tamga.election.definition.Relation;
import org.tamga.election.definition.Term;

class DefinitionTest {
    private static final String DEMO = new String(DefinitionFile.demo(), UTF_8);

    private static ElectionDefinition parse(String yaml) {
        return DefinitionFile.parse(yaml.getBytes(UTF_8), "test.yaml");
    }

    @Test
    void the_demonstration_is_a_whole_election() {
        ElectionDefinition demo = parse(DEMO);
        assertEquals(
                List.of("president", "council"),
                demo.contests().stream().map(c -> c.id()).toList());
        assertEquals(6, demo.contests().getFirst().candidates().size());
        assertEquals(3, demo.contests().getLast().votesAllowed());
        assertEquals(3, demo.stations().size());
        assertEquals(6, demo.stations().getFirst().officials().size());
    }

    @Test
    void a_count_that_fits_fulfils_every_ratio_of_the_demonstration_and_one_mistake_breaks_some() {
        ElectionDefinition demo = parse(DEMO);
        Map<String, Long> lines = new HashMap<>();
        lines.putAll(Map.of("L01", 1200L, "L02", 0L, "L03", 480L, "L04", 20L, "L05", 500L));
        lines.putAll(Map.of("L06", 1000L, "L07", 1000L, "L08", 497L, "L09", 3L));
        for (String contest : List.of("@president", "@council")) {
            lines.putAll(
                    Map.of("L10" + contest, 1200L, "L11" + contest, 480L, "L12" + contest, 20L));
            lines.putAll(
                    Map.of("L13" + contest, 700L, "L14" + contest, 479L, "L15" + contest, 20L));
            lines.putAll(Map.of("L16" + contest, 9L, "L17" + contest, 490L));
        }
        lines.put("L20@president@p-1", 400L);
        lines.put("L20@president@against-all", 90L);
        lines.put("L20@council@c-1", 490L);
        lines.put("L20@council@c-2", 400L);
        assertEquals(List.of(), broken(demo, lines));
        lines.put("L20@president@p-1", 401L);
        assertEquals(List.of("K03"), broken(demo, lines));
        lines.put("L10@council", 1300L);
        assertEquals(List.of("K01", "K03", "K15"), broken(demo, lines));
    }

    private static List<String> broken(ElectionDefinition demo, Map<String, Long> lines) {
        return ControlRatios.evaluate(demo.protocolForm(), demo.contests(), lines).stream()
                .filter(outcome -> !outcome.holds())
                .map(RatioOutcome::code)
                .toList();
    }

    @Test
    void a_missing_translation_is_named_with_its_place() {
        String withoutKazakh = DEMO.replaceFirst("\n  kk: [^\n]*", "");
        CentralFailure failure = assertThrows(CentralFailure.class, () -> parse(withoutKazakh));
        assertEquals("CN-23", failure.code());
        assertTrue(
                String.valueOf(failure.getMessage()).contains("/title has no text in kk"),
                failure.getMessage());
    }

    @Test
    void an_unknown_key_or_a_missing_part_is_refused() {
        assertThrows(CentralFailure.class, () -> parse(DEMO + "\nsurprise: 1\n"));
        assertThrows(
                CentralFailure.class, () -> parse(DEMO.replace("electionId: demo-2026\n", "")));
        assertThrows(
                CentralFailure.class, () -> parse(DEMO.replace("threshold: 2}", "threshold: 4}")));
    }

    @Test
    void a_ratio_reads_like_a_sum() {
        RatioText ratio = RatioText.parse("1000*L10 - L02 <= 1001 * L01 + L03");
        assertEquals(List.of(new Term(1000, "L10"), new Term(-1, "L02")), ratio.left());
        assertEquals(Relation.LE, ratio.relation());
        assertEquals(List.of(new Term(1001, "L01"), new Term(1, "L03")), ratio.right());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "L01", "L01 = ", "L01 == L02", "L01 + = L02", "L01 L02 = L03", "a = b"})
    void what_is_no_ratio_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> RatioText.parse(text));
    }
}
