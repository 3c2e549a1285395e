package org.tamga.kiosk.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tamga.election.definition.ElectionKind;

/** Header, rail, the screen in front, status bar; the banner of an election that is not real. */
public final class ShellView extends StackPane {

    private final ShellViewModel model;
    private final Widgets widgets;
    private final Map<Screen, ScreenView> screens = new EnumMap<>(Screen.class);
    private final StackPane center = new StackPane();
    private final VBox foot = new VBox();

    public ShellView(ShellViewModel model, StatusBarViewModel status, Widgets widgets) {
        this.model = model;
        this.widgets = widgets;
        getStyleClass().add("shell");
        center.getStyleClass().add("screen");
        foot.getChildren().add(new StatusBarView(status, widgets));
        BorderPane frame = new BorderPane(center);
        frame.setTop(head());
        frame.setLeft(rail());
        frame.setBottom(foot);
        getChildren().addAll(frame, new PassingWords(model, widgets), notice());
        model.currentProperty().addListener((o, before, now) -> bringToFront(before, now));
    }

    /** Gives a screen its place; the first one is shown when it is the current screen. */
    public void add(Screen screen, ScreenView view) {
        screens.put(screen, view);
        if (model.currentProperty().get() == screen) {
            center.getChildren().setAll(view.root());
            view.shown();
        }
    }

    /** The window goes: whatever the screen in front waits for stops. */
    public void leave() {
        ScreenView leaving = screens.get(model.currentProperty().get());
        if (leaving != null) {
            leaving.hidden();
        }
    }

    /** A strip above the status bar, for the simulated voters of a demonstration. */
    public void addFoot(Node strip) {
        foot.getChildren().addFirst(strip);
    }

    private void bringToFront(Screen before, Screen now) {
        ScreenView leaving = screens.get(before);
        if (leaving != null) {
            leaving.hidden();
        }
        ScreenView coming = screens.get(now);
        if (coming == null) {
            center.getChildren().clear();
        } else {
            center.getChildren().setAll(coming.root());
            coming.shown();
        }
    }

    private VBox head() {
        Label title = widgets.label(widgets.texts().of(model.election().title()), "header-title");
        title.setWrapText(false);
        Label station =
                widgets.label(widgets.texts().of(model.election().station()), "header-station");
        station.setWrapText(false);
        VBox words = new VBox(title, station);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        Label name = new Label("Tamga");
        name.getStyleClass().add("wordmark");
        name.setMinWidth(USE_PREF_SIZE);
        LanguageSwitch languages = new LanguageSwitch(widgets.texts());
        languages.setMinWidth(USE_PREF_SIZE);
        HBox header = new HBox(new TamgaMark(), name, words, widgets.spacer(), languages);
        header.getStyleClass().add("header");
        header.setAlignment(Pos.CENTER_LEFT);
        VBox head = new VBox(header);
        if (model.election().kind() != ElectionKind.REAL) {
            head.getChildren().addFirst(banner(model.election().kind()));
        }
        return head;
    }

    private Label banner(ElectionKind kind) {
        Label banner = widgets.label("shell.kind." + kind.name(), "kind-banner");
        banner.setId("kind-banner");
        banner.getStyleClass().add(kind == ElectionKind.DEMO ? "demo" : "rehearsal");
        banner.setMaxWidth(Double.MAX_VALUE);
        banner.setAlignment(Pos.CENTER);
        return banner;
    }

    private VBox rail() {
        VBox rail = new VBox();
        rail.getStyleClass().add("rail");
        for (Screen screen : Screen.values()) {
            ToggleButton entry = new ToggleButton();
            entry.setId("rail-" + screen.name());
            entry.textProperty().bind(widgets.texts().of(screen.titleKey()));
            entry.setGraphic(widgets.icon(screen.icon()));
            entry.setMaxWidth(Double.MAX_VALUE);
            entry.setAlignment(Pos.CENTER_LEFT);
            entry.setFocusTraversable(false);
            entry.setSelected(model.currentProperty().get() == screen);
            model.currentProperty()
                    .addListener((o, before, now) -> entry.setSelected(now == screen));
            entry.setOnAction(
                    e -> {
                        model.open(screen);
                        entry.setSelected(model.currentProperty().get() == screen);
                    });
            rail.getChildren().add(widgets.when(model.availableProperty(screen), entry));
        }
        return rail;
    }

    private Node notice() {
        Label words = widgets.label(widgets.texts().of(model.noticeProperty()), "notice-text");
        words.setId("notice");
        VBox card =
                widgets.card(
                        widgets.icon("mdi2a-alert-octagon-outline", "notice-icon"),
                        words,
                        widgets.button(
                                "notice-close",
                                "shell.understood",
                                "mdi2c-check",
                                model::dismissNotice,
                                "primary"));
        card.getStyleClass().add("notice");
        card.setAlignment(Pos.CENTER);
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane veil = new StackPane(card);
        veil.getStyleClass().add("veil");
        return widgets.when(model.noticeProperty().map(m -> !m.isNone()), veil);
    }

    /** The screens that were given a place, in the order of the day. */
    public List<Screen> screens() {
        return List.copyOf(screens.keySet());
    }
}
