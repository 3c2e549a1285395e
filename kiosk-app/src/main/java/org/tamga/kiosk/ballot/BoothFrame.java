package org.tamga.kiosk.ballot;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tamga.election.definition.ElectionKind;
import org.tamga.kiosk.shell.LanguageSwitch;
import org.tamga.kiosk.shell.ScreenView;
import org.tamga.kiosk.shell.TamgaMark;
import org.tamga.kiosk.shell.Widgets;
import org.tamga.kiosk.station.LockedTerminal;

/**
 * What stays while the booth's screens change: header with text size, contrast and language; the
 * foot of a demonstration.
 */
final class BoothFrame extends StackPane {
    private static final String LARGE = "-fx-font-size: 1.3em;";

    private final LockedTerminal locked;
    private final Widgets widgets;
    private final StackPane center = new StackPane();
    private final VBox foot = new VBox();
    private final HBox header = new HBox();
    private final ToggleButton large = new ToggleButton("A+");
    private final ToggleButton contrast = new ToggleButton();
    private final Button officials;
    private final Button returning;
    private final BooleanProperty voting = new SimpleBooleanProperty(this, "voting");
    private Runnable onReturn = () -> {};
    private @Nullable ScreenView current;

    BoothFrame(LockedTerminal locked, boolean simulated, Widgets widgets, Runnable askOfficials) {
        this.locked = locked;
        this.widgets = widgets;
        getStyleClass().addAll("shell", "booth");
        officials =
                widgets.button(
                        "booth-officials",
                        "ballot.officials",
                        "mdi2s-shield-account-outline",
                        askOfficials,
                        "quiet");
        returning =
                widgets.button(
                        "booth-return",
                        "ballot.officials.leave",
                        "mdi2a-arrow-left",
                        () -> onReturn.run(),
                        "quiet");
        hide(officials);
        hide(returning);
        center.getStyleClass().add("screen");
        var frame = new BorderPane(center);
        frame.setTop(head());
        frame.setBottom(foot);
        foot.getChildren().add(bar(simulated));
        getChildren().add(frame);
    }

    /** Brings a screen to the front. */
    void show(ScreenView view, boolean forVoters) {
        if (current != null) {
            current.hidden();
        }
        current = view;
        hide(returning);
        voting.set(forVoters);
        center.getChildren().setAll(view.root());
        view.shown();
    }

    boolean isVoting() {
        return voting.get();
    }

    /** A way back from the officials' codes, for somebody who opened them by mistake. */
    void offerReturn(Runnable back) {
        onReturn = back;
        returning.setVisible(true);
        returning.setManaged(true);
    }

    /** Text size and contrast are a voter's, and end with the vote. */
    void follow(VotingViewModel model) {
        large.selectedProperty().bindBidirectional(model.largeTextProperty());
        contrast.selectedProperty().bindBidirectional(model.highContrastProperty());
        model.largeTextProperty()
                .addListener((o, before, now) -> center.setStyle(now ? LARGE : ""));
        model.highContrastProperty()
                .addListener(
                        (o, before, now) -> {
                            getStyleClass().remove("contrast");
                            if (now) {
                                getStyleClass().add("contrast");
                            }
                        });
        widgets.when(
                voting.flatMap(
                        now -> model.stepProperty().map(s -> now && s == VotingStep.WELCOME)),
                officials);
    }

    /** A button that lays the next card of the pack on the reader; never there with real cards. */
    void setDemoStrip(Runnable draw, ObservableValue<Boolean> shown) {
        var strip =
                new HBox(
                        widgets.label("ballot.sim.title", "simulated-title"),
                        widgets.button(
                                "sim-card",
                                "ballot.sim.card",
                                "mdi2c-card-account-details-outline",
                                draw));
        strip.getStyleClass().add("simulated-strip");
        strip.setAlignment(Pos.CENTER_LEFT);
        // On the officials' screens nothing takes a card; one would be lost from the pack.
        var taken = shown.flatMap(now -> voting.map(open -> now && open));
        foot.getChildren().addFirst(widgets.when(taken, strip));
    }

    private VBox head() {
        var texts = widgets.texts();
        var title = widgets.label(texts.of(locked.electionPackage().title()), "header-title");
        title.setWrapText(false);
        var station = widgets.label(texts.of(locked.station().name()), "header-station");
        station.setWrapText(false);
        var words = new VBox(title, station);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        large.setId("booth-large");
        contrast.setId("booth-contrast");
        contrast.setGraphic(widgets.icon("mdi2c-contrast-circle"));
        var reading = new HBox(large, contrast);
        reading.getStyleClass().add("language-switch");
        reading.setMinWidth(USE_PREF_SIZE);
        reading.visibleProperty().bind(voting);
        var languages = new LanguageSwitch(texts);
        languages.setMinWidth(USE_PREF_SIZE);
        header.getChildren().addAll(new TamgaMark(), words, widgets.spacer(), reading, languages);
        header.getStyleClass().add("header");
        header.setAlignment(Pos.CENTER_LEFT);
        var head = new VBox(header);
        var kind = locked.electionPackage().kind();
        if (kind != ElectionKind.REAL) {
            var banner = widgets.label("shell.kind." + kind, "kind-banner");
            banner.getStyleClass().add(kind == ElectionKind.DEMO ? "demo" : "rehearsal");
            banner.setMaxWidth(Double.MAX_VALUE);
            banner.setAlignment(Pos.CENTER);
            head.getChildren().addFirst(banner);
        }
        return head;
    }

    private HBox bar(boolean simulated) {
        var terminal = new Label(locked.config().terminalId());
        terminal.getStyleClass().add("status-terminal");
        var bar = new HBox(terminal);
        if (simulated) {
            var mark = widgets.label("status.simulated", "status-simulated");
            mark.setWrapText(false);
            bar.getChildren().add(mark);
        }
        bar.getChildren().addAll(widgets.spacer(), returning, officials);
        bar.getStyleClass().add("status-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private static void hide(Button button) {
        button.visibleProperty().unbind();
        button.managedProperty().unbind();
        button.setVisible(false);
        button.setManaged(false);
    }
}
