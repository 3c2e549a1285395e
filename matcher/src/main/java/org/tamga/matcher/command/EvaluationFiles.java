package org.tamga.matcher.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tamga.matcher.evaluation.DetCurve;
import org.tamga.matcher.evaluation.DetPlot;
import org.tamga.matcher.evaluation.DiscardCurve;
import org.tamga.matcher.evaluation.DiscardPlot;
import org.tamga.matcher.evaluation.ScoreHistogram;

/** The tables and pictures that an evaluation leaves: a CSV and a PNG beside it. */
final class EvaluationFiles {
    private EvaluationFiles() {}

    static String name(Path folder) {
        return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    }

    /** Before the work, not after it. */
    static void checkFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isWritable(folder) || !Files.isDirectory(folder)) {
            throw new CommandFailure("cannot write to the folder of " + file, "MC-05");
        }
    }

    static void det(Path file, List<DetCurve> curves) {
        StringBuilder text = new StringBuilder("set,way,threshold,fmr,fnmr\n");
        for (DetCurve curve : curves) {
            for (DetCurve.Point p : curve.points()) {
                text.append(
                        String.format(
                                Locale.ROOT,
                                "%s,%s,%.3f,%.7f,%.5f%n",
                                curve.set(),
                                curve.way(),
                                p.threshold(),
                                p.fmr(),
                                p.fnmr()));
            }
        }
        write(beside(file, ".csv"), text);
        PictureFile.write(beside(file, ".png"), DetPlot.draw("One impression against one", curves));
    }

    static void discard(Path file, Map<String, DiscardCurve> curves) {
        StringBuilder text = new StringBuilder("set,threshold,discarded,fnmr,ideal\n");
        curves.forEach(
                (name, curve) ->
                        curve.points()
                                .forEach(
                                        p ->
                                                text.append(
                                                        String.format(
                                                                Locale.ROOT,
                                                                "%s,%.2f,%.2f,%.4f,%.4f%n",
                                                                name,
                                                                curve.threshold(),
                                                                p.discarded(),
                                                                p.fnmr(),
                                                                p.ideal()))));
        write(beside(file, ".csv"), text);
        PictureFile.write(beside(file, ".png"), DiscardPlot.draw(curves));
    }

    static void histograms(Path file, Map<String, List<ScoreHistogram>> byFolder) {
        byFolder.forEach(
                (folder, histograms) ->
                        PictureFile.write(
                                beside(file, byFolder.size() > 1 ? "-" + folder + ".png" : ".png"),
                                ScoreHistogram.draw("Scores of " + folder, histograms)));
    }

    private static void write(Path file, CharSequence text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new CommandFailure("cannot write " + file, "MC-05");
        }
    }

    /** The same name with another ending. */
    private static Path beside(Path file, String ending) {
        String bare = name(file).replaceFirst("\\.(csv|png)$", "");
        return file.resolveSibling(bare + ending);
    }
}
