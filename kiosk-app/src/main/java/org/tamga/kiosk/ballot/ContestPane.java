package org.tamga.kiosk.ballot;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tamga.election.definition.Candidate;
import org.tamga.election.text.Language;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.shell.Widgets;

/** One contest: the candidates as big rows, down the first column, then down the second. */
final class ContestPane extends VBox {
    private static final int ONE_COLUMN = 5;

    private final VotingViewModel model;
    private final ContestChoice choice;
    private final Widgets widgets;

    ContestPane(VotingViewModel model, ContestChoice choice, Widgets widgets) {
        this.model = model;
        this.choice = choice;
        this.widgets = widgets;
        getStyleClass().addAll("stack", "booth-pane");
        var list = new ScrollButtons(candidates(), widgets);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head(), list, actions());
    }

    private HBox head() {
        var texts = widgets.texts();
        var place =
                widgets.label(
                        texts.of(
                                "ballot.contest.place",
                                model.indexProperty().get() + 1,
                                model.contests().size()),
                        "muted");
        var title = widgets.label(texts.of(choice.contest().title()), "booth-title");
        title.setAlignment(Pos.CENTER_LEFT);
        var allowed = choice.contest().votesAllowed();
        var rule =
                widgets.label(
                        allowed == 1
                                ? texts.of("ballot.contest.one")
                                : texts.of("ballot.contest.several", allowed),
                        "booth-text");
        var words = new VBox(place, title, rule);
        HBox.setHgrow(words, Priority.ALWAYS);
        var count =
                widgets.label(
                        texts.of(
                                Bindings.createObjectBinding(
                                        () ->
                                                Message.of(
                                                        "ballot.contest.chosen",
                                                        choice.chosen().size(),
                                                        allowed),
                                        choice.chosen())),
                        "booth-count");
        count.setId("booth-count");
        count.setWrapText(false);
        count.setMinWidth(USE_PREF_SIZE);
        return widgets.row(words, count);
    }

    private GridPane candidates() {
        var all = choice.contest().candidates();
        var columns = all.size() > ONE_COLUMN ? 2 : 1;
        var rows = (all.size() + columns - 1) / columns;
        var grid = new GridPane();
        grid.getStyleClass().add("booth-candidates");
        for (var column = 0; column < columns; column++) {
            var constraints = new ColumnConstraints();
            constraints.setPercentWidth(100.0 / columns);
            grid.getColumnConstraints().add(constraints);
        }
        for (var i = 0; i < all.size(); i++) {
            grid.add(row(i + 1, all.get(i)), i / rows, i % rows);
        }
        return grid;
    }

    private ToggleButton row(int number, Candidate candidate) {
        var button = new ToggleButton();
        button.setId("candidate-" + candidate.id());
        button.getStyleClass().add("candidate");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMaxHeight(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        var box = widgets.icon("mdi2c-checkbox-blank-outline", "candidate-box");
        var place = new Label(Integer.toString(number));
        place.getStyleClass().add("candidate-number");
        place.setMinWidth(USE_PREF_SIZE);
        var name = widgets.label(widgets.texts().of(candidate.name()), "candidate-name");
        var words = new VBox(name);
        words.setAlignment(Pos.CENTER_LEFT);
        // A fixed width to wrap at: a long name takes two lines and is not cut off.
        words.getStyleClass()
                .add(
                        choice.contest().candidates().size() > ONE_COLUMN
                                ? "candidate-words"
                                : "candidate-words-wide");
        if (!candidate.note().in(Language.RU).isBlank()) {
            words.getChildren()
                    .add(widgets.label(widgets.texts().of(candidate.note()), "candidate-note"));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        var content = new HBox(box, place, words);
        content.getStyleClass().add("candidate-content");
        content.setAlignment(Pos.CENTER_LEFT);
        // The button takes the words' wrapped height: a long name in a narrow column is not cut
        // off.
        content.prefWidthProperty().bind(button.widthProperty().subtract(24));
        button.setGraphic(content);
        Runnable show =
                () -> {
                    var chosen = choice.isChosen(candidate.id());
                    button.setSelected(chosen);
                    box.setIconLiteral(
                            chosen ? "mdi2c-checkbox-marked" : "mdi2c-checkbox-blank-outline");
                };
        show.run();
        choice.chosen()
                .addListener((javafx.collections.ListChangeListener<String>) c -> show.run());
        button.disableProperty().bind(choice.selectable(candidate.id()).not());
        button.setOnAction(
                e -> {
                    model.choose(candidate.id());
                    show.run();
                });
        return button;
    }

    private Label hint() {
        var hint =
                widgets.label(
                        widgets.texts().of("ballot.contest.full", choice.contest().votesAllowed()),
                        "booth-hint");
        hint.setId("booth-full");
        hint.setMaxWidth(Double.MAX_VALUE);
        hint.setAlignment(Pos.CENTER);
        HBox.setHgrow(hint, Priority.ALWAYS);
        return widgets.when(choice.full(), hint);
    }

    private HBox actions() {
        var back =
                widgets.button("booth-back", "ballot.back", "mdi2a-arrow-left", model::back, "big");
        back.setVisible(model.indexProperty().get() > 0);
        var leave =
                widgets.button(
                        "booth-leave", "ballot.leave", "mdi2c-close", model::finish, "quiet");
        var next =
                widgets.button(
                        "booth-next",
                        "ballot.next",
                        "mdi2a-arrow-right",
                        model::next,
                        "primary",
                        "big");
        next.textProperty()
                .bind(
                        widgets.texts()
                                .of(
                                        Bindings.createObjectBinding(
                                                () ->
                                                        Message.of(
                                                                choice.chosen().isEmpty()
                                                                        ? "ballot.nextBlank"
                                                                        : "ballot.next"),
                                                choice.chosen())));
        var spacer = widgets.when(choice.full().not(), widgets.spacer());
        return widgets.row(back, leave, spacer, hint(), next);
    }
}
