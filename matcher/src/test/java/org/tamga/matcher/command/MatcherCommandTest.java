package org.tamga.matcher.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.matcher.DrawnFinger;
import org.tamga.matcher.MatcherCommand;

class MatcherCommandTest {
    @TempDir static Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void drawFourFingers() throws IOException {
        draw(folder, 4, 3);
    }

    private static void draw(Path into, int fingers, int impressions) throws IOException {
        for (int finger = 1; finger <= fingers; finger++) {
            for (int impression = 1; impression <= impressions; impression++) {
                ImageIO.write(
                        DrawnFinger.buffered(new DrawnFinger(finger).impression(impression)),
                        "png",
                        into.resolve(finger + "_" + impression + ".png").toFile());
            }
        }
    }

    @Test
    void evaluateReportsEveryPairOnce() throws IOException {
        Path plot = folder.resolve("plot.png");
        assertEquals(0, run("evaluate", folder.toString(), "--json", "--plot", plot.toString()));
        JsonNode results = new ObjectMapper().readTree(out.toString()).path("results");
        assertEquals("STOCK", results.path(0).path("extraction").asText());
        JsonNode report = results.path(1).path("report");
        assertEquals(12, report.path("genuine").path("count").asInt());
        assertEquals(54, report.path("impostor").path("count").asInt());
        assertEquals(0, report.path("eer").asDouble(), 0.05);
        assertTrue(Files.size(plot) > 1000);
    }

    @Test
    void evaluateWritesErrorVersusDiscard() throws IOException {
        Path csv = folder.resolve("discard.csv");
        assertEquals(0, run("evaluate", folder.toString(), "--discard", csv.toString()));
        assertTrue(Files.readString(csv).startsWith("set,threshold,discarded,fnmr,ideal"));
        assertTrue(Files.size(folder.resolve("discard.png")) > 1000);
    }

    @Test
    void evaluateComparesFirstImpressionsOnlyIfAsked() throws IOException {
        JsonNode fvc = evaluated("--pairs", "fvc").path("results").path(1).path("report");
        assertEquals(12, fvc.path("genuine").path("count").asInt());
        assertEquals(6, fvc.path("impostor").path("count").asInt());
        JsonNode enrolled = evaluated("--pairs", "enrolled").path("results").path(1).path("report");
        assertEquals(8, enrolled.path("genuine").path("count").asInt());
        assertEquals(24, enrolled.path("impostor").path("count").asInt());
    }

    @Test
    void evaluateWritesDetCurvesAsTableAndPicture() throws IOException {
        Path csv = folder.resolve("det.csv");
        evaluated("--det", csv.toString());
        List<String> lines = Files.readAllLines(csv);
        assertEquals("set,way,threshold,fmr,fnmr", lines.getFirst());
        assertTrue(lines.getLast().endsWith(",0.0000000,1.00000"), lines.getLast());
        assertTrue(lines.stream().anyMatch(line -> line.contains(",stock,")));
        assertTrue(lines.stream().anyMatch(line -> line.contains(",standard,")));
        assertTrue(ImageIO.read(folder.resolve("det.png").toFile()).getWidth() > 500);
    }

    @Test
    void evaluateSearchesWithOneFingerAndWithTwo(@TempDir Path six) throws IOException {
        draw(six, 6, 2);
        for (int fingers = 1; fingers <= 2; fingers++) {
            out.getBuffer().setLength(0);
            String count = Integer.toString(fingers);
            String[] search = {
                "evaluate", six.toString(), "--json", "--subjects", "20", "--fingers", count
            };
            assertEquals(0, run(search), err.toString());
            JsonNode searches = new ObjectMapper().readTree(out.toString()).path("searches");
            assertEquals(3, searches.size());
            JsonNode gallery = searches.path(2);
            assertEquals("standard gallery", gallery.path("way").asText());
            assertEquals(12 / fingers, gallery.path("mated").asInt());
            assertEquals(24 / fingers, gallery.path("strangers").asInt());
            assertEquals(0, gallery.path("points").path(0).path("fnir").asDouble(), 0.1);
        }
    }

    @Test
    void evaluateTellsHowManyImagesAreNotInTheRates(@TempDir Path some) throws IOException {
        draw(some, 2, 2);
        Files.writeString(some.resolve("9_1.png"), "no image");
        assertEquals(0, run("evaluate", some.toString(), "--json"));
        JsonNode report =
                new ObjectMapper().readTree(out.toString()).path("results").path(0).path("report");
        assertEquals(2, report.path("fingers").asInt(), "a finger never seen is none");
        assertEquals(1, report.path("unreadable").size());
        assertEquals(0, run("evaluate", some.toString()));
        assertTrue(out.toString().contains("1 of 5 images were not read"), out.toString());
    }

    @Test
    void evaluateTakesEachFolderAtItsOwnResolution() throws IOException {
        assertEquals(0, run("evaluate", folder + "@569", folder.toString(), "--json"));
        JsonNode results = new ObjectMapper().readTree(out.toString()).path("results");
        assertEquals(folder.getFileName() + "@569", results.path(0).path("folder").asText());
        assertTrue(
                results.path(0).path("report").path("genuine").path("mean").asDouble()
                        != results.path(1).path("report").path("genuine").path("mean").asDouble());
        wrong("MC-01", "evaluate", folder + "@99");
    }

    @Test
    void verifySaysHowRareAScoreIsOnlyAsFarAsThatWasMeasured() {
        assertEquals(0, run("verify", image("1_1.png"), image("1_2.png")));
        assertTrue(
                out.toString().contains("more rarely than once in 27,000 (as far as was measured)"),
                out.toString());
    }

    @Test
    void verifySaysThatTheResolutionIsWrong() throws IOException {
        run("verify", image("1_1.png"), image("1_2.png"), "--dpi", "250");
        assertEquals(
                2,
                out.toString()
                        .lines()
                        .filter(line -> line.contains("WRONG_RESOLUTION (ridges as of about 500"))
                        .count(),
                out.toString());
        out.getBuffer().setLength(0);
        run("verify", image("1_1.png"), image("2_2.png"), "--dpi", "1000", "--json");
        JsonNode answer = new ObjectMapper().readTree(out.toString());
        assertEquals("WRONG_RESOLUTION", answer.path("presented").path(0).asText());
        assertEquals("WRONG_RESOLUTION", answer.path("enrolled").path(0).asText());
    }

    @Test
    void evaluatePrintsATable() {
        assertEquals(0, run("evaluate", folder.toString()));
        assertTrue(out.toString().contains("EER"), out.toString());
        assertTrue(out.toString().contains("every two impressions"), out.toString());
    }

    @Test
    void verifyTellsSameFromDifferent() {
        assertEquals(0, run("verify", image("1_1.png"), image("1_2.png")));
        assertEquals(1, run("verify", image("1_1.png"), image("2_1.png"), "--fmr", "1"));
    }

    @Test
    void identifyLeavesTheProbesOwnFileOut() throws IOException {
        assertEquals(0, run("identify", image("3_1.png"), folder.toString(), "--json"));
        JsonNode answer = new ObjectMapper().readTree(out.toString());
        assertEquals("3", answer.path("candidates").path(0).path("subject").asText());
    }

    @Test
    void qualityNamesEachFile() {
        assertEquals(0, run("quality", image("1_1.png"), image("2_1.png")));
        assertEquals(2, out.toString().lines().count());
    }

    @Test
    void benchmarkPrintsOneLineASize() {
        assertEquals(
                0, run("benchmark", folder.toString(), "--subjects", "20,40", "--fingers", "1"));
        assertEquals(4, out.toString().lines().count());
    }

    @Test
    void wrongUseIsOneLineAndTwo() {
        wrong("MC-01");
        wrong("MC-01", "juggle");
        wrong("MC-01", "verify", image("1_1.png"));
        wrong("MC-01", "verify", image("1_1.png"), image("1_2.png"), "--fmr", "0");
        wrong("MC-01", "quality", image("1_1.png"), "--dpi", "7");
        wrong("MC-01", "evaluate", folder.toString(), "--fingers", "5");
        wrong("MC-04", "evaluate", folder.toString(), "--subjects", "1");
        wrong("MC-02", "evaluate", folder.resolve("nowhere").toString());
        for (String file : List.of("--det", "--plot", "--discard")) {
            wrong("MC-05", "evaluate", folder.toString(), file, "/nowhere/curve.png");
        }
        wrong("IM-01", "quality", image("none.png"));
        wrong("MC-04", "calibrate", folder.toString(), "--out", image("c.json"));
    }

    @Test
    void aFolderWithoutImagesIsSaidSo(@TempDir Path empty) {
        wrong("MC-03", "evaluate", empty.toString());
    }

    @Test
    void aSearchAmongImagesWithoutMinutiaeIsRefused(@TempDir Path black) throws IOException {
        for (int finger = 1; finger <= 6; finger++) {
            for (int impression = 1; impression <= 2; impression++) {
                ImageIO.write(
                        new BufferedImage(100, 100, BufferedImage.TYPE_BYTE_GRAY),
                        "png",
                        black.resolve(finger + "_" + impression + ".png").toFile());
            }
        }
        wrong("MC-03", "evaluate", black.toString(), "--subjects", "20");
    }

    private JsonNode evaluated(String... more) throws IOException {
        out.getBuffer().setLength(0);
        List<String> arguments = new ArrayList<>(List.of("evaluate", folder.toString(), "--json"));
        arguments.addAll(List.of(more));
        assertEquals(0, run(arguments.toArray(String[]::new)), err.toString());
        return new ObjectMapper().readTree(out.toString());
    }

    private void wrong(String code, String... args) {
        err.getBuffer().setLength(0);
        assertEquals(2, run(args));
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertTrue(err.toString().startsWith("tamga matcher"), err.toString());
        assertTrue(err.toString().stripTrailing().endsWith("[" + code + "]"), err.toString());
    }

    private int run(String... args) {
        return MatcherCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    private static String image(String name) {
        return folder.resolve(name).toString();
    }
}
