package org.tamga.kiosk.ballot;

import java.nio.file.Path;
import java.util.function.ToLongFunction;
import javafx.beans.binding.Bindings;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tamga.kiosk.ballot.OfficialsViewModel.BoothPhase;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.shell.ScreenView;
import org.tamga.kiosk.shell.Widgets;
import org.tamga.station.store.BoxCounts;

/** Draws {@link OfficialsViewModel}: three totals, opening at the left, closing at the right. */
public final class OfficialsView implements ScreenView {
    // Not 0: wrapped words would ask for the height of one letter a line.
    private static final double WIDTH = 300;

    private final OfficialsViewModel model;
    private final Widgets widgets;
    private final VBox root;

    /**
     * @param leave back to the voters' welcome
     */
    public OfficialsView(OfficialsViewModel model, Widgets widgets, Runnable leave) {
        this.model = model;
        this.widgets = widgets;
        var counts =
                widgets.row(
                        count("cast", BoxCounts::cast),
                        count("spoiled", BoxCounts::spoiled),
                        count("cards", BoxCounts::cards));
        var work = widgets.row(voting(leave), closing());
        work.setFillHeight(true);
        work.disableProperty().bind(model.busyProperty());
        var answer = widgets.label(widgets.texts().of(model.answerProperty()), "heading");
        answer.setId("officials-answer");
        root = new VBox(widgets.label("ballot.officials.title", "title"), counts, work, answer);
        root.getStyleClass().addAll("stack", "booth-pane");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void shown() {
        model.refresh();
    }

    private VBox count(String name, ToLongFunction<BoxCounts> value) {
        var number =
                widgets.label(
                        widgets.texts()
                                .of(
                                        model.countsProperty()
                                                .map(
                                                        counts ->
                                                                Message.of(
                                                                        "ballot.count.value",
                                                                        value.applyAsLong(
                                                                                counts)))),
                        "number");
        number.setId("officials-" + name);
        return grown(widgets.card(number, widgets.label("ballot.count." + name, "muted")));
    }

    private VBox voting(Runnable leave) {
        var open =
                widgets.button(
                        "officials-open",
                        "ballot.officials.open",
                        "mdi2d-door-open",
                        model::openBooth,
                        "primary");
        var back =
                widgets.button(
                        "officials-leave",
                        "ballot.officials.leave",
                        "mdi2a-arrow-left",
                        leave,
                        "primary");
        return grown(
                widgets.card(
                        widgets.label("ballot.officials.voting", "heading"),
                        widgets.label(
                                widgets.texts()
                                        .of(
                                                model.phaseProperty()
                                                        .map(
                                                                phase ->
                                                                        Message.of(
                                                                                "ballot.officials."
                                                                                        + phase))),
                                "booth-text"),
                        widgets.spacer(),
                        widgets.row(
                                widgets.when(during(BoothPhase.BEFORE_OPENING), open),
                                widgets.when(during(BoothPhase.OPEN), back))));
    }

    private VBox closing() {
        var close =
                widgets.button(
                        "officials-close",
                        "ballot.officials.close",
                        "mdi2l-lock-outline",
                        model::closeBooth,
                        "danger");
        ComboBox<@Nullable Path> folder = new ComboBox<>();
        folder.setId("officials-folder");
        folder.setMaxWidth(Double.MAX_VALUE);
        folder.promptTextProperty().bind(widgets.texts().of("ballot.officials.noFolder"));
        Bindings.bindContent(folder.getItems(), model.folders());
        folder.valueProperty().bindBidirectional(model.folderProperty());
        HBox.setHgrow(folder, Priority.ALWAYS);
        var after =
                widgets.row(
                        widgets.button(
                                "officials-export",
                                "ballot.officials.export",
                                "mdi2u-usb-flash-drive-outline",
                                model::export,
                                "primary"),
                        widgets.button(
                                "officials-print",
                                "ballot.officials.print",
                                "mdi2p-printer-outline",
                                model::printAgain));
        return grown(
                widgets.card(
                        widgets.label("ballot.officials.closing", "heading"),
                        widgets.label("ballot.officials.closing.explain", "muted"),
                        widgets.spacer(),
                        widgets.when(during(BoothPhase.OPEN), close),
                        widgets.when(during(BoothPhase.CLOSED), folder),
                        widgets.when(during(BoothPhase.CLOSED), after)));
    }

    private javafx.beans.value.ObservableValue<Boolean> during(BoothPhase phase) {
        return model.phaseProperty().map(now -> now == phase);
    }

    private static VBox grown(VBox card) {
        HBox.setHgrow(card, Priority.ALWAYS);
        card.setMaxWidth(Double.MAX_VALUE);
        card.setPrefWidth(WIDTH);
        return card;
    }
}
