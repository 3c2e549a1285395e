package org.tamga.kiosk.count;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tamga.election.count.FormLines.ConcreteLine;
import org.tamga.election.definition.Official;
import org.tamga.election.text.LocalizedText;
import org.tamga.kiosk.shell.KeyboardLayout;
import org.tamga.kiosk.shell.OfficialNames;
import org.tamga.kiosk.shell.OnScreenKeyboard;
import org.tamga.kiosk.shell.ScreenView;
import org.tamga.kiosk.shell.Widgets;

/** Draws {@link CountViewModel}: who types, the table, what the control ratios say meanwhile. */
public final class CountView implements ScreenView {
    private static final String DIGITS = "[0-9]{0,8}";

    private final CountViewModel model;
    private final Widgets widgets;
    private final Runnable toProtocol;
    private final StackPane root = new StackPane();
    private final OnScreenKeyboard keypad = new OnScreenKeyboard(KeyboardLayout.DIGITS);
    private final List<TextField> fields = new ArrayList<>();

    /**
     * @param toProtocol goes on to the protocol once both entries agree
     */
    public CountView(CountViewModel model, Widgets widgets, Runnable toProtocol) {
        this.model = model;
        this.widgets = widgets;
        this.toProtocol = toProtocol;
        model.phaseProperty().addListener((o, before, now) -> draw());
        model.revisionProperty().addListener((o, before, now) -> draw());
        // What is disabled loses the focus.
        model.busyProperty()
                .addListener(
                        (o, before, busy) -> {
                            if (!busy) {
                                focusLine();
                            }
                        });
        draw();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void shown() {
        model.refresh();
    }

    private void draw() {
        keypad.targetProperty().set(null);
        fields.clear();
        var body =
                switch (model.phaseProperty().get()) {
                    case CHOOSE -> choose();
                    case TYPING -> typing();
                    case DIFFERENT -> different();
                    case AGREED -> agreed();
                };
        var answer =
                widgets.when(
                        model.answerProperty().map(message -> !message.isNone()),
                        widgets.label(widgets.texts().of(model.answerProperty()), "heading"));
        answer.setId("count-answer");
        var content = new VBox(widgets.label("count.title", "title"), body, answer);
        content.getStyleClass().add("stack");
        VBox.setVgrow(body, Priority.ALWAYS);
        root.getChildren().setAll(content);
        // At once, before the scene gives the focus of the vanished button to whatever comes first;
        // lines are in the scene only when the scroll pane has its skin.
        content.applyCss();
        focusLine();
    }

    private Node choose() {
        var first = model.typists().isEmpty();
        ComboBox<@Nullable Official> choice = new ComboBox<>();
        choice.setId("count-typist");
        choice.setMaxWidth(Double.MAX_VALUE);
        var typed = model.typists();
        choice.getItems()
                .addAll(
                        model.officials().stream()
                                .filter(official -> !typed.contains(official))
                                .toList());
        choice.promptTextProperty().bind(widgets.texts().of("signin.choose"));
        OfficialNames.show(choice, widgets.texts());
        // One way only: a box of an earlier draw lives on for a while and must not choose.
        choice.setValue(model.typistProperty().get());
        choice.setOnAction(_ -> model.typistProperty().set(choice.getValue()));
        var card =
                widgets.card(
                        widgets.label(first ? "count.first" : "count.second", "heading"),
                        widgets.label(
                                first ? "count.first.explain" : "count.second.explain", "muted"),
                        choice,
                        widgets.button(
                                "count-begin",
                                "count.begin",
                                "mdi2k-keyboard-outline",
                                model::begin,
                                "primary",
                                "big"));
        card.setMaxWidth(Double.MAX_VALUE);
        return card;
    }

    private Node typing() {
        var table = new VBox();
        table.getStyleClass().add("count-table");
        for (var section : sections().entrySet()) {
            table.getChildren().add(sectionTitle(section.getValue()));
            section.getValue().forEach(line -> table.getChildren().add(row(line)));
        }
        var scroll = new ScrollPane(table);
        scroll.setId("count-scroll");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("booth-scroll");
        fields.forEach(field -> scrollTo(field, scroll, table));
        HBox.setHgrow(scroll, Priority.ALWAYS);
        var side = new VBox(ratios(), keypad, actions());
        side.getStyleClass().addAll("stack", "count-side");
        var body = widgets.row(scroll, side);
        body.setFillHeight(true);
        body.setAlignment(Pos.TOP_LEFT);
        body.disableProperty().bind(model.busyProperty());
        return body;
    }

    /** Keys go to the line that had them last, at the beginning to the first. */
    private void focusLine() {
        var last = keypad.targetProperty().get();
        fields.stream()
                .filter(field -> field == last)
                .findFirst()
                .or(() -> fields.stream().findFirst())
                .ifPresent(TextField::requestFocus);
    }

    private Map<String, List<ConcreteLine>> sections() {
        var sections = new LinkedHashMap<String, List<ConcreteLine>>();
        for (var line : model.asked()) {
            var contest = line.contest();
            sections.computeIfAbsent(contest == null ? "" : contest.id(), k -> new ArrayList<>())
                    .add(line);
        }
        return sections;
    }

    private Label sectionTitle(List<ConcreteLine> lines) {
        var contest = lines.getFirst().contest();
        return contest == null
                ? widgets.label("count.station", "heading", "count-section")
                : widgets.label(widgets.texts().of(contest.title()), "heading", "count-section");
    }

    private HBox row(ConcreteLine line) {
        var code = new Label(line.line().code());
        code.getStyleClass().addAll("muted", "count-code");
        var words = widgets.label(widgets.texts().of(words(line)));
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var field = new TextField();
        field.setId("line-" + line.key());
        field.getStyleClass().add("count-field");
        field.textProperty().bindBidirectional(model.field(line.key()));
        field.textProperty()
                .addListener(
                        (o, before, now) -> {
                            if (!now.matches(DIGITS)) {
                                field.setText(before);
                            }
                        });
        var place = fields.size();
        field.setOnAction(e -> next(place));
        // A touch puts the caret where it lands; what is typed next is to replace the number.
        field.setOnMouseReleased(e -> field.selectAll());
        field.focusedProperty()
                .addListener(
                        (o, before, focused) -> {
                            if (focused) {
                                keypad.targetProperty().set(field);
                                field.selectAll();
                            }
                        });
        fields.add(field);
        var row = widgets.row(code, words, field);
        row.getStyleClass().add("count-row");
        return row;
    }

    private static LocalizedText words(ConcreteLine line) {
        var candidate = line.candidate();
        return candidate == null ? line.line().label() : candidate.name();
    }

    private static void scrollTo(TextField field, ScrollPane scroll, VBox table) {
        field.focusedProperty()
                .addListener(
                        (o, before, focused) -> {
                            var spare = table.getHeight() - scroll.getViewportBounds().getHeight();
                            if (focused && spare > 0) {
                                var top = field.getParent().getBoundsInParent().getMinY();
                                var third = scroll.getViewportBounds().getHeight() / 3;
                                scroll.setVvalue(Math.clamp((top - third) / spare, 0, 1));
                            }
                        });
    }

    private void next(int place) {
        if (place + 1 < fields.size()) {
            fields.get(place + 1).requestFocus();
        } else {
            model.submit();
        }
    }

    private VBox ratios() {
        var list = new VBox();
        list.setId("count-ratios");
        list.getStyleClass().add("stack");
        Runnable show =
                () -> {
                    list.getChildren().clear();
                    model.broken()
                            .forEach(
                                    outcome ->
                                            list.getChildren()
                                                    .add(
                                                            new RatioPane(
                                                                    outcome,
                                                                    model.ratio(outcome),
                                                                    model.contestOf(outcome),
                                                                    widgets)));
                    if (model.broken().isEmpty()) {
                        list.getChildren().add(widgets.label("count.ratios.good", "good-text"));
                    }
                };
        show.run();
        model.broken().addListener((ListChangeListener<Object>) change -> show.run());
        var scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("booth-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var box = widgets.card(widgets.label("count.ratios", "heading"), scroll);
        VBox.setVgrow(box, Priority.ALWAYS);
        return box;
    }

    private HBox actions() {
        var enter =
                widgets.button(
                        "count-next", "count.nextLine", "mdi2a-arrow-down", this::nextOfFocused);
        enter.setFocusTraversable(false);
        var keep =
                widgets.button("count-keep", "count.keep", "mdi2c-check", model::submit, "primary");
        var cancel =
                widgets.button(
                        "count-cancel", "count.cancel", "mdi2c-close", model::cancel, "quiet");
        // An Enter too many must not throw a typed entry away.
        cancel.setFocusTraversable(false);
        var row = new HBox(cancel, enter, keep);
        row.getStyleClass().addAll("row", "count-actions");
        return row;
    }

    private void nextOfFocused() {
        for (var i = 0; i < fields.size(); i++) {
            if (fields.get(i) == keypad.targetProperty().get()) {
                next(i);
                return;
            }
        }
    }

    private Node different() {
        var typists = model.typists();
        var table = new VBox();
        table.getStyleClass().add("count-table");
        table.getChildren()
                .add(
                        line(
                                widgets.label("count.line", "heading"),
                                name(typists.getFirst()),
                                name(typists.getLast())));
        var lines = new LinkedHashMap<String, ConcreteLine>();
        model.lines().forEach(line -> lines.put(line.key(), line));
        for (var difference : model.differences()) {
            var concrete = lines.get(difference.line());
            if (concrete != null) {
                var label = widgets.label(widgets.texts().of(words(concrete)));
                table.getChildren()
                        .add(line(label, value(difference.first()), value(difference.second())));
            }
        }
        var scroll = new ScrollPane(table);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("booth-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var again = new HBox();
        again.getStyleClass().add("row");
        for (var i = 0; i < typists.size(); i++) {
            var official = typists.get(i);
            var button =
                    widgets.button(
                            "count-correct-" + i,
                            "count.correct",
                            "mdi2p-pencil-outline",
                            () -> model.correct(official),
                            "primary");
            button.textProperty().bind(widgets.texts().of("count.correct", official.name()));
            again.getChildren().add(button);
        }
        var card =
                widgets.card(
                        widgets.label("count.different", "heading"),
                        widgets.label("count.different.explain", "muted"),
                        scroll,
                        again);
        return card;
    }

    private Label name(Official official) {
        return widgets.label(widgets.texts().of(official.name()), "strong");
    }

    private static Label value(@Nullable Long value) {
        var label = new Label(value == null ? "—" : Long.toString(value));
        label.getStyleClass().add("number");
        return label;
    }

    private HBox line(Label words, Label first, Label second) {
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        first.getStyleClass().add("count-value");
        second.getStyleClass().add("count-value");
        return widgets.row(words, first, second);
    }

    private Node agreed() {
        return widgets.card(
                widgets.icon("mdi2c-check-circle-outline", "booth-icon", "good"),
                widgets.label("count.agreed", "heading"),
                widgets.label("count.agreed.explain", "muted"),
                widgets.button(
                        "count-protocol",
                        "count.toProtocol",
                        "mdi2f-file-document-edit-outline",
                        toProtocol,
                        "primary",
                        "big"));
    }
}
