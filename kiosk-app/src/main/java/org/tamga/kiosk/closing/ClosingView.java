package org.tamga.kiosk.closing;

import java.nio.file.Path;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tamga.kiosk.closing.ClosingViewModel.State;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.shell.ScreenView;
import org.tamga.kiosk.shell.Widgets;

/** Draws {@link ClosingViewModel}: counters above, ending at the left, booths at the right. */
public final class ClosingView implements ScreenView {
    // Not 0: wrapped words would ask for the height of one letter a line.
    private static final double WIDTH = 170;

    private final ClosingViewModel model;
    private final Widgets widgets;
    private final StackPane root;

    /**
     * @param toCount goes on to the count
     */
    public ClosingView(ClosingViewModel model, Widgets widgets, Runnable toCount) {
        this.model = model;
        this.widgets = widgets;
        var numbers =
                widgets.row(
                        number("identified", state -> state.counters().identified()),
                        number("identifiedPaper", state -> state.counters().identifiedPaper()),
                        number("identifiedMobile", state -> state.counters().identifiedMobile()),
                        number("identifiedOnline", state -> state.counters().identifiedOnline()),
                        number("slipsPrinted", state -> state.counters().slipsPrinted()));
        var ending = ending(toCount);
        var booths = booths();
        var work = widgets.row(ending, booths);
        work.setFillHeight(true);
        work.setAlignment(Pos.TOP_LEFT);
        work.disableProperty().bind(model.busyProperty());
        VBox.setVgrow(work, Priority.ALWAYS);
        var answer = widgets.label(widgets.texts().of(model.answerProperty()), "heading");
        answer.setId("closing-answer");
        var content = new VBox(widgets.label("closing.title", "title"), numbers, work, answer);
        content.getStyleClass().add("stack");
        root = new StackPane(content, question());
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void shown() {
        model.refresh();
    }

    private VBox number(String name, Function<State, Long> value) {
        var number =
                widgets.label(
                        widgets.texts()
                                .of(
                                        model.stateProperty()
                                                .map(
                                                        state ->
                                                                Message.of(
                                                                        "closing.number",
                                                                        value.apply(state)))),
                        "number");
        number.setId("closing-" + name);
        return grown(widgets.card(number, widgets.label("counter." + name, "muted")));
    }

    private VBox ending(Runnable toCount) {
        var close =
                widgets.button(
                        "closing-close",
                        "closing.close",
                        "mdi2l-lock-clock",
                        model::ask,
                        "danger",
                        "big");
        var print =
                widgets.button(
                        "closing-print",
                        "closing.print",
                        "mdi2p-printer-outline",
                        model::printFinal);
        var count =
                widgets.button(
                        "closing-count", "closing.toCount", "mdi2c-counter", toCount, "primary");
        var closed = model.stateProperty().map(State::closed);
        var open = closed.map(now -> !now);
        return grown(
                widgets.card(
                        widgets.label("closing.ending", "heading"),
                        widgets.when(open, widgets.label("closing.ending.explain")),
                        widgets.when(closed, widgets.label("closing.ended", "good-text")),
                        widgets.spacer(),
                        widgets.when(open, close),
                        widgets.when(closed, widgets.row(print, count))));
    }

    private VBox booths() {
        var list = new VBox();
        list.getStyleClass().add("facts");
        for (var booth : model.booths()) {
            list.getChildren().add(widgets.label(widgets.texts().of(said(booth)), "strong"));
        }
        var reconciled =
                widgets.label(
                        widgets.texts().of(model.stateProperty().map(ClosingView::reconciliation)),
                        "strong");
        reconciled.setId("closing-reconciled");
        ComboBox<@Nullable Path> folder = new ComboBox<>();
        folder.setId("closing-folder");
        folder.setMaxWidth(Double.MAX_VALUE);
        folder.promptTextProperty().bind(widgets.texts().of("closing.noFolder"));
        Bindings.bindContent(folder.getItems(), model.folders());
        folder.valueProperty().bindBidirectional(model.folderProperty());
        var take =
                widgets.button(
                        "closing-import",
                        "closing.import",
                        "mdi2u-usb-flash-drive-outline",
                        model::importBooths,
                        "primary");
        var closed = model.stateProperty().map(State::closed);
        return grown(
                widgets.card(
                        widgets.label("closing.booths", "heading"),
                        widgets.label("closing.booths.explain", "muted"),
                        list,
                        reconciled,
                        widgets.spacer(),
                        widgets.when(closed, folder),
                        widgets.when(closed, take)));
    }

    private ObservableValue<Message> said(String booth) {
        return model.stateProperty()
                .map(
                        state ->
                                state.booths().containsKey(booth)
                                        ? Message.of(
                                                "closing.booth.cast",
                                                booth,
                                                state.booths().getOrDefault(booth, 0L))
                                        : Message.of("closing.booth.missing", booth));
    }

    private static Message reconciliation(State state) {
        if (state.booths().isEmpty()) {
            return Message.NONE;
        }
        var online = state.counters().identifiedOnline();
        var gap = online - state.cast();
        if (gap == 0) {
            return Message.of("closing.reconciled", online, state.cast());
        }
        return Message.of(
                gap > 0 ? "closing.notVoted" : "closing.tooMany",
                online,
                state.cast(),
                Math.abs(gap));
    }

    private StackPane question() {
        var card =
                widgets.card(
                        widgets.icon("mdi2l-lock-clock", "notice-icon"),
                        widgets.label("closing.ask", "notice-text"),
                        buttons());
        card.getStyleClass().add("notice");
        card.setAlignment(Pos.CENTER);
        card.setMaxSize(StackPane.USE_PREF_SIZE, StackPane.USE_PREF_SIZE);
        var veil = new StackPane(card);
        veil.getStyleClass().add("veil");
        return widgets.when(model.askingProperty(), veil);
    }

    private HBox buttons() {
        var row =
                widgets.row(
                        widgets.button(
                                "closing-no", "closing.no", "mdi2a-arrow-left", model::dismiss),
                        widgets.button(
                                "closing-yes",
                                "closing.yes",
                                "mdi2c-check",
                                model::close,
                                "danger"));
        row.getStyleClass().add("centred");
        return row;
    }

    private static VBox grown(VBox card) {
        HBox.setHgrow(card, Priority.ALWAYS);
        card.setMaxWidth(Double.MAX_VALUE);
        card.setPrefWidth(WIDTH);
        return card;
    }
}
