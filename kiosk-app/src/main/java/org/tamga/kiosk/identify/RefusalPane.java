package org.tamga.kiosk.identify;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.shell.Widgets;
import org.tamga.matcher.QualityReason;
import org.tamga.matcher.decision.LadderStep;

/** Why somebody was refused, and what to do now. */
final class RefusalPane extends VBox {

    /** The face is compared by itself, nobody is asked for it. */
    private static final Set<LadderStep> SHOWN = EnumSet.complementOf(EnumSet.of(LadderStep.FACE));

    private final ObservableValue<Optional<ShownRefusal>> refusal;
    private final Widgets widgets;

    RefusalPane(ObservableValue<Optional<ShownRefusal>> refusal, Widgets widgets) {
        this.refusal = refusal;
        this.widgets = widgets;
        Label sentence =
                widgets.label(
                        widgets.texts().of(ofRefusal(ShownRefusal::sentence)), "refusal-sentence");
        sentence.setId("identify-refusal");
        ObservableValue<Optional<QualityReason>> picture =
                refusal.map(r -> r.flatMap(ShownRefusal::picture));
        HBox told =
                new HBox(
                        widgets.when(picture.map(Optional::isPresent), new QualityPicture(picture)),
                        sentence);
        told.getStyleClass().add("told");
        HBox.setHgrow(sentence, Priority.ALWAYS);
        Label next =
                widgets.label(widgets.texts().of(ofRefusal(ShownRefusal::next)), "refusal-next");
        next.setGraphic(widgets.icon("mdi2a-arrow-right-bold"));
        getChildren()
                .addAll(
                        told,
                        evidence(),
                        widgets.when(rung().map(Optional::isEmpty), next),
                        widgets.when(rung().map(Optional::isPresent), ladder()));
        getStyleClass().add("stack");
    }

    /** For the member's eyes: why it came out so, in figures. */
    private Label evidence() {
        ObservableValue<Message> message = ofRefusal(ShownRefusal::evidence);
        Label words = widgets.label(widgets.texts().of(message), "muted");
        words.setId("identify-evidence");
        return widgets.when(message.map(shown -> !shown.isNone()), words);
    }

    /** All rungs, so that the member sees what comes after; the one to climb now stands out. */
    private VBox ladder() {
        VBox ladder = new VBox();
        ladder.getStyleClass().add("ladder");
        for (LadderStep step : SHOWN) {
            Label words = widgets.label("identify.ladder." + step, "rung");
            words.setId("ladder-" + step);
            words.setGraphic(widgets.icon("mdi2a-arrow-right-bold"));
            rung().addListener((o, before, now) -> mark(words, now.filter(step::equals)));
            ladder.getChildren().add(words);
        }
        return ladder;
    }

    private static void mark(Label rung, Optional<LadderStep> current) {
        rung.getStyleClass().remove("current");
        current.ifPresent(step -> rung.getStyleClass().add("current"));
    }

    private ObservableValue<Optional<LadderStep>> rung() {
        return refusal.map(r -> r.flatMap(ShownRefusal::rung));
    }

    private ObservableValue<Message> ofRefusal(Function<ShownRefusal, Message> part) {
        return refusal.map(r -> r.map(part).orElse(Message.NONE));
    }
}
