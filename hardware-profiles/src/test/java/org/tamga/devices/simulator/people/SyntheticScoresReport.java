package org.tamga.devices.simulator.people;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Writes {@code docs/performance-synthetic.md} and its picture. Its name keeps it out of the suite:
 * it takes minutes and rewrites two files of the project.
 */
@DisplayName("Scores of synthetic fingers beside real ones")
class SyntheticScoresReport {
    private static final int FINGERS = 200;
    private static final List<String> REAL =
            List.of("fvc2002-db1_b", "fvc2002-db3_b", "fvc2004-db1_b");

    @Test
    @DisplayName("are published")
    void publish() throws IOException {
        Path root = Path.of("..").toAbsolutePath().normalize();
        Path data =
                Optional.ofNullable(System.getenv("TAMGA_TEST_DATA"))
                        .map(Path::of)
                        .orElse(root.resolve("../shared/data"))
                        .resolve("fingerprints");
        assumeTrue(Files.isDirectory(data), "real fingerprints are not on this machine");

        Prints synthetic = Prints.synthetic("synthetic, every pair", 1000, FINGERS, 4);
        List<ScoreSet> sets = new ArrayList<>();
        sets.add(synthetic.everyPair());
        sets.add(
                synthetic
                        .named("synthetic, enrolled against presented")
                        .enrolledAgainstPresented());
        for (String name : REAL) {
            sets.add(Prints.folder(name.toUpperCase(Locale.ROOT), data.resolve(name)).everyPair());
        }

        Path image = root.resolve("docs/images/synthetic-scores.png");
        Files.createDirectories(image.getParent());
        ImageIO.write(ScoreHistogram.draw(sets), "png", image.toFile());
        Files.writeString(root.resolve("docs/performance-synthetic.md"), page(sets));
        assertTrue(sets.getFirst().equalErrorRate() < 0.1);
    }

    private static String page(List<ScoreSet> sets) {
        StringBuilder rows = new StringBuilder();
        sets.forEach(set -> rows.append(row(set)));
        return """
        # How close synthetic fingers come to real ones

        %d fingers × 4 impressions of the generator (`org.tamga.devices.simulator.people`), compared by SourceAFIS as it is
        shipped, beside the real sets of the Fingerprint Verification Competitions (10 fingers × 8 impressions each; ten fingers are few:
        an error rate of theirs moves by points when one finger is left out). Impression 0 is an enrolment, 1 to 3 are touches of a polling
        day. FMR is measured over all pairs of different fingers.

        | set | pairs genuine / impostor | genuine 5 %% / median / 95 %% | impostor median / 95 %% / highest | EER | FNMR at FMR 0.1 %% (threshold) \
        | FNMR at 40 | FMR at 40 | minutiae 5 %% / median / 95 %% |
        |---|---|---|---|---|---|---|---|---|
        %s
        ![Score distributions](images/synthetic-scores.png)

        Recompute (writes this page and the picture; some minutes):

        ```
        TAMGA_TEST_DATA=<data folder> mvn -pl hardware-profiles -am test -Dtest=SyntheticScoresReport \\
          -Dsurefire.failIfNoSpecifiedTests=false
        ```

        What this is good for: rehearsals, the demo and tests of the whole chain with as many voters as wanted. What it is not: evidence of
        the accuracy that real people will see. The generator's numbers were chosen so that these distributions come near those of the real sets;
        thresholds are calibrated on real fingers only.
        """
                .formatted(FINGERS, rows);
    }

    private static String row(ScoreSet set) {
        double[] genuine = set.genuine();
        double[] impostor = set.impostor();
        double[] minutiae = set.minutiae();
        return String.format(
                Locale.ROOT,
                "| %s | %,d / %,d | %.0f / %.0f / %.0f | %.1f / %.1f / %.0f | %.1f %% | %.1f %% (%.0f) | %.1f %% | %.4f %% | %.0f / %.0f / %.0f |%n",
                set.name(),
                genuine.length,
                impostor.length,
                ScoreSet.percentile(genuine, 5),
                ScoreSet.percentile(genuine, 50),
                ScoreSet.percentile(genuine, 95),
                ScoreSet.percentile(impostor, 50),
                ScoreSet.percentile(impostor, 95),
                impostor[impostor.length - 1],
                100 * set.equalErrorRate(),
                100 * set.fnmrAtFmr(1e-3),
                set.thresholdAtFmr(1e-3),
                100 * set.fnmr(40),
                100 * set.fmr(40),
                ScoreSet.percentile(minutiae, 5),
                ScoreSet.percentile(minutiae, 50),
                ScoreSet.percentile(minutiae, 95));
    }
}
