package org.tamga.kiosk.devices;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.shell.Widgets;

/** One device: what is known of it, its picture, and what can be done with it. */
final class DeviceDetail extends VBox {

    private final DevicesViewModel model;
    private final Widgets widgets;

    DeviceDetail(DevicesViewModel model, DeviceWords words, Widgets widgets) {
        this.model = model;
        this.widgets = widgets;
        getStyleClass().addAll("card", "device-detail");
        PreviewPane preview = new PreviewPane(model.preview(), widgets);
        model.selectedProperty().subscribe(state -> preview.icon(DeviceLook.icon(state.device())));
        VBox facts =
                new VBox(
                        fact("devices.fact.make", plain(DeviceWords::make)),
                        fact("devices.fact.profile", plain(state -> state.info().profile())),
                        fact("devices.fact.place", plain(state -> state.info().id())),
                        fact("devices.fact.presence", told(DeviceWords::presence)),
                        fact("devices.fact.test", told(words::test)),
                        fact("devices.fact.trouble", told(words::trouble)));
        facts.getStyleClass().add("device-facts");
        widgets.when(isGuided().map(guided -> !guided), facts);
        VBox left = new VBox(guide(), facts, saying());
        left.getStyleClass().add("stack");
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        widgets.when(
                model.selectedProperty().map(state -> DeviceLook.givesPictures(state.device())),
                preview);
        HBox middle = new HBox(left, preview);
        middle.getStyleClass().add("device-middle");
        VBox.setVgrow(middle, Priority.ALWAYS);
        getChildren().addAll(heading(), middle, alone(), guided());
    }

    private HBox heading() {
        Label name = widgets.label(told(DeviceWords::name), "heading");
        name.setId("device-heading");
        Label badge = widgets.label("status.simulated", "device-badge");
        badge.setWrapText(false);
        return widgets.row(
                name,
                widgets.when(
                        model.selectedProperty().map(state -> state.info().simulated()), badge));
    }

    /** What to do, and the count of the guided test before it. */
    private VBox guide() {
        Label step =
                widgets.label(
                        widgets.texts()
                                .of(
                                        model.guidedProperty()
                                                .map(
                                                        test ->
                                                                test.map(DeviceDetail::step)
                                                                        .orElse(Message.NONE))),
                        "guide-step");
        step.setId("guide-step");
        Label words = widgets.label(told(DeviceWords::instruction), "guide-words");
        words.setId("guide-words");
        VBox guide = new VBox(step, words);
        guide.getStyleClass().add("guide");
        return widgets.when(isGuided(), guide);
    }

    private static Message step(GuidedTest test) {
        return Message.of("devices.guided.step", test.at() + 1, test.devices().size());
    }

    /** What the device that is being tried showed, or that it is waited for. */
    private Label saying() {
        Label said =
                widgets.label(
                        widgets.texts()
                                .of(
                                        Bindings.createObjectBinding(
                                                this::said,
                                                model.preview().seenProperty(),
                                                model.preview().workingProperty())),
                        "device-said");
        said.setId("device-said");
        return said;
    }

    private Message said() {
        Optional<Seen> seen = model.preview().seenProperty().get();
        return seen.map(DeviceWords::seen)
                .orElseGet(
                        () ->
                                model.preview().workingProperty().get()
                                        ? Message.of("devices.waiting")
                                        : Message.NONE);
    }

    private FlowPane alone() {
        Button test = widgets.button("device-test", "devices.again", "mdi2r-refresh", model::test);
        Button action = new Button();
        action.setId("device-try");
        action.textProperty().bind(told(state -> DeviceWords.action(state).orElse(Message.NONE)));
        action.setGraphic(widgets.icon("mdi2p-play-outline"));
        action.setOnAction(e -> model.tryOut());
        action.setMinWidth(USE_PREF_SIZE);
        widgets.when(
                model.selectedProperty().map(state -> DeviceWords.action(state).isPresent()),
                action);
        FlowPane buttons = new FlowPane(action, test);
        buttons.getStyleClass().add("device-buttons");
        buttons.disableProperty().bind(model.busyProperty());
        return widgets.when(isGuided().map(guided -> !guided), buttons);
    }

    private FlowPane guided() {
        Button good =
                widgets.button(
                        "guide-works",
                        "devices.guided.works",
                        "mdi2c-check",
                        model::accept,
                        "primary");
        good.disableProperty()
                .bind(model.preview().seenProperty().map(seen -> !DevicesViewModel.hasShown(seen)));
        FlowPane buttons =
                new FlowPane(
                        good,
                        widgets.button(
                                "guide-fails",
                                "devices.guided.fails",
                                "mdi2c-close",
                                model::reject,
                                "danger"),
                        widgets.button(
                                "guide-again", "devices.again", "mdi2r-refresh", model::tryOut),
                        widgets.button(
                                "guide-skip",
                                "devices.guided.skip",
                                "mdi2d-debug-step-over",
                                model::skip,
                                "quiet"),
                        widgets.button(
                                "guide-end",
                                "devices.guided.end",
                                "mdi2s-stop-circle-outline",
                                model::endGuided,
                                "quiet"));
        buttons.getStyleClass().add("device-buttons");
        buttons.disableProperty().bind(model.busyProperty());
        return widgets.when(isGuided(), buttons);
    }

    private ObservableValue<Boolean> isGuided() {
        return model.guidedProperty().map(Optional::isPresent);
    }

    private HBox fact(String key, ObservableValue<String> value) {
        Label label = widgets.label(key, "muted", "fact-name");
        Label words = widgets.label(value, "fact-value");
        words.setId(key);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox fact = new HBox(label, words);
        fact.getStyleClass().add("fact");
        fact.setAlignment(Pos.TOP_LEFT);
        return fact;
    }

    private ObservableValue<String> plain(Function<DeviceState, String> part) {
        return model.selectedProperty().map(part);
    }

    private ObservableValue<String> told(Function<DeviceState, Message> part) {
        return widgets.texts().of(model.selectedProperty().map(part));
    }
}
