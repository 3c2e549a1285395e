package org.tamga.kiosk.identify;

import java.util.function.Function;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.tamga.election.journal.StationCounters;
import org.tamga.kiosk.devices.DocumentListener;
import org.tamga.kiosk.shell.ScreenView;
import org.tamga.kiosk.shell.Widgets;

/**
 * Draws {@link IdentifyViewModel}: prompt at the left, result at the right, the last five below.
 */
public final class IdentifyView implements ScreenView {

    private static final Duration LIVE_INTERVAL = Duration.millis(300);

    private final IdentifyViewModel model;
    private final DocumentListener documents;
    private final Widgets widgets;
    private final HBox root;
    private final VBox recent = new WholeLines();
    private final Timeline live;

    /**
     * @param documents tells the model what is held to the reader while this screen is in front
     */
    public IdentifyView(IdentifyViewModel model, DocumentListener documents, Widgets widgets) {
        this.model = model;
        this.documents = documents;
        this.widgets = widgets;
        PromptPane prompt = new PromptPane(model, widgets);
        VBox.setVgrow(prompt, Priority.ALWAYS);
        VBox left = new VBox(prompt, counters());
        left.getStyleClass().addAll("stack", "identify-left");
        ResultPane result = new ResultPane(model, widgets);
        VBox.setVgrow(result, Priority.ALWAYS);
        VBox right = new VBox(result, recentCard());
        right.getStyleClass().add("stack");
        right.setMinWidth(0);
        HBox.setHgrow(right, Priority.ALWAYS);
        root = widgets.row(left, right);
        root.setFillHeight(true);
        root.setAlignment(Pos.TOP_LEFT);
        live = new Timeline(new KeyFrame(LIVE_INTERVAL, e -> model.refreshLive()));
        live.setCycleCount(Animation.INDEFINITE);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void shown() {
        live.play();
        model.activate();
        documents.start();
    }

    @Override
    public void hidden() {
        live.stop();
        documents.stop();
        model.deactivate();
    }

    private HBox counters() {
        HBox counters =
                new HBox(
                        counter("identify.counter.paper", StationCounters::identifiedPaper),
                        counter("identify.counter.online", StationCounters::identifiedOnline),
                        counter("identify.counter.refused", IdentifyView::refused),
                        counter("identify.counter.registered", StationCounters::registered));
        counters.getStyleClass().addAll("card", "counters");
        return counters;
    }

    private static long refused(StationCounters counters) {
        return counters.refused().values().stream().mapToLong(Long::longValue).sum();
    }

    private VBox counter(String key, Function<StationCounters, Long> value) {
        Label number = new Label();
        number.setId(key.replace('.', '-'));
        number.getStyleClass().add("number");
        number.textProperty()
                .bind(model.countersProperty().map(c -> Long.toString(value.apply(c))));
        Label words = widgets.label(key, "muted");
        words.setWrapText(false);
        VBox counter = new VBox(number, words);
        counter.setAlignment(Pos.CENTER);
        HBox.setHgrow(counter, Priority.ALWAYS);
        return counter;
    }

    private HBox recentCard() {
        recent.getStyleClass().add("recent");
        HBox.setHgrow(recent, Priority.ALWAYS);
        model.recent().addListener((ListChangeListener<RecentOutcome>) change -> fillRecent());
        fillRecent();
        HBox card = new HBox(widgets.label("identify.recent", "heading"), recent);
        card.getStyleClass().addAll("card", "recent-card");
        return card;
    }

    private void fillRecent() {
        recent.getChildren().clear();
        for (RecentOutcome outcome : model.recent()) {
            Label line = widgets.label(widgets.texts().of(outcome.words()), "recent-words");
            line.setWrapText(false);
            Label time = new Label(outcome.time());
            time.getStyleClass().add("muted");
            HBox row =
                    widgets.row(
                            widgets.icon(
                                    icon(outcome), "recent-icon", outcome.level().styleClass()),
                            time,
                            line);
            recent.getChildren().add(row);
        }
    }

    private static String icon(RecentOutcome outcome) {
        return switch (outcome.level()) {
            case GOOD -> "mdi2c-check-circle-outline";
            case WARNING, UNKNOWN -> "mdi2a-alert-outline";
            case BAD -> "mdi2c-close-circle-outline";
        };
    }
}
