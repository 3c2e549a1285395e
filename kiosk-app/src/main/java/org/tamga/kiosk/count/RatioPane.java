package org.tamga.kiosk.count;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.layout.VBox;
import org.tamga.election.count.RatioOutcome;
import org.tamga.election.definition.ControlRatio;
import org.tamga.election.definition.Relation;
import org.tamga.election.definition.Severity;
import org.tamga.election.definition.Term;
import org.tamga.election.text.LocalizedText;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.shell.Widgets;

/** One broken control ratio: its formula, both sums, the gap, and what to look at. */
public final class RatioPane extends VBox {

    public RatioPane(
            RatioOutcome outcome,
            ControlRatio ratio,
            Optional<LocalizedText> contest,
            Widgets widgets) {
        getStyleClass().addAll("ratio", outcome.severity() == Severity.ERROR ? "bad" : "warning");
        setId("ratio-" + outcome.key());
        var texts = widgets.texts();
        var formula = ratio.code() + ":  " + formula(ratio);
        contest.ifPresent(title -> getChildren().add(widgets.label(texts.of(title))));
        var sums =
                outcome.leftSum() + " " + sign(ratio.relation(), true) + " " + outcome.rightSum();
        getChildren()
                .addAll(
                        widgets.label(texts.of("count.text", formula), "strong"),
                        widgets.label(
                                texts.of(
                                        Message.of(
                                                "count.gap",
                                                sums,
                                                Long.toString(Math.abs(outcome.gap()))))),
                        widgets.label(texts.of(ratio.advice()), "muted"));
    }

    /** The ratio in line codes, the same in every language: {@code L10 = L11 + L12 + L13}. */
    static String formula(ControlRatio ratio) {
        return terms(ratio.left())
                + " "
                + sign(ratio.relation(), false)
                + " "
                + terms(ratio.right());
    }

    private static String terms(List<Term> terms) {
        return terms.stream()
                .map(term -> term.factor() == 1 ? term.line() : term.factor() + "×" + term.line())
                .collect(Collectors.joining(" + "));
    }

    private static String sign(Relation relation, boolean broken) {
        return switch (relation) {
            case EQ -> broken ? "≠" : "=";
            case LE -> broken ? ">" : "≤";
            case GE -> broken ? "<" : "≥";
        };
    }
}
