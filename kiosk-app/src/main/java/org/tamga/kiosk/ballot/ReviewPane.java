package org.tamga.kiosk.ballot;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tamga.election.definition.Candidate;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.shell.Widgets;

/** All choices once more, each with its way back, before anything is encrypted. */
final class ReviewPane extends VBox {
    private final VotingViewModel model;
    private final Widgets widgets;

    ReviewPane(VotingViewModel model, Widgets widgets) {
        this.model = model;
        this.widgets = widgets;
        getStyleClass().addAll("stack", "booth-pane");
        var list = new VBox();
        list.getStyleClass().add("stack");
        for (var i = 0; i < model.contests().size(); i++) {
            list.getChildren().add(contest(i));
        }
        var scroll = new ScrollButtons(list, widgets);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var actions =
                widgets.row(
                        widgets.button(
                                "booth-back",
                                "ballot.back",
                                "mdi2a-arrow-left",
                                model::back,
                                "big"),
                        widgets.button(
                                "booth-leave",
                                "ballot.leave",
                                "mdi2c-close",
                                model::finish,
                                "quiet"),
                        widgets.spacer(),
                        widgets.button(
                                "booth-encrypt",
                                "ballot.encrypt",
                                "mdi2l-lock-outline",
                                model::encrypt,
                                "primary",
                                "big"));
        actions.disableProperty().bind(model.busyProperty());
        getChildren()
                .addAll(
                        left(widgets.label("ballot.review", "booth-title")),
                        widgets.label("ballot.review.explain", "booth-text"),
                        scroll,
                        actions);
    }

    private static javafx.scene.control.Label left(javafx.scene.control.Label label) {
        label.setAlignment(Pos.CENTER_LEFT);
        return label;
    }

    private HBox contest(int index) {
        var choice = model.contests().get(index);
        var words =
                new VBox(widgets.label(widgets.texts().of(choice.contest().title()), "heading"));
        words.getStyleClass().add("facts");
        List<Candidate> chosen = choice.inBallotOrder();
        chosen.forEach(
                candidate ->
                        words.getChildren()
                                .add(
                                        widgets.label(
                                                widgets.texts().of(candidate.name()),
                                                "review-choice")));
        if (chosen.isEmpty()) {
            var blank = widgets.label("ballot.review.blank", "booth-hint");
            blank.setId("review-blank-" + index);
            words.getChildren().add(blank);
        } else if (choice.votesLeft() > 0) {
            var under =
                    widgets.label(
                            widgets.texts()
                                    .of(Message.of("ballot.review.under", choice.votesLeft())),
                            "booth-hint");
            under.setId("review-under-" + index);
            words.getChildren().add(under);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        var change =
                widgets.button(
                        "review-change-" + index,
                        "ballot.change",
                        "mdi2p-pencil-outline",
                        () -> model.change(index));
        var card = widgets.row(words, change);
        card.getStyleClass().add("card");
        return card;
    }
}
