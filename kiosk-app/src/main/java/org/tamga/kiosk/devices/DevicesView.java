package org.tamga.kiosk.devices;

import javafx.collections.ListChangeListener;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tamga.kiosk.shell.ScreenView;
import org.tamga.kiosk.shell.Widgets;

/** Draws {@link DevicesViewModel}: one line a device with its last test and a test button. */
public final class DevicesView implements ScreenView {

    private final DevicesViewModel model;
    private final Widgets widgets;
    private final VBox list = new VBox();
    private final VBox root;

    public DevicesView(DevicesViewModel model, Widgets widgets) {
        this.model = model;
        this.widgets = widgets;
        list.getStyleClass().add("stack");
        list.disableProperty().bind(model.busyProperty());
        model.devices().addListener((ListChangeListener<DeviceState>) change -> fill());
        fill();
        HBox head =
                widgets.row(
                        widgets.label("devices.title", "title"),
                        widgets.spacer(),
                        widgets.button(
                                "devices-test-all",
                                "devices.testAll",
                                "mdi2c-check-all",
                                model::testAll,
                                "primary"));
        root = new VBox(head, widgets.label("devices.explain", "muted"), list);
        root.getStyleClass().add("stack");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void shown() {
        model.refresh();
    }

    private void fill() {
        list.getChildren().clear();
        for (DeviceState state : model.devices()) {
            list.getChildren().add(line(state));
        }
    }

    private HBox line(DeviceState state) {
        Label device = new Label(state.info().label());
        device.getStyleClass().add(state.info().simulated() ? "device-simulated" : "muted");
        VBox names = new VBox(widgets.label("devices.kind." + state.kind(), "heading"), device);
        HBox.setHgrow(names, Priority.ALWAYS);
        Label words =
                widgets.label(
                        widgets.texts().of(DevicesViewModel.words(state)),
                        "device-state",
                        DevicesViewModel.level(state).styleClass());
        words.setId("device-" + state.kind());
        HBox line =
                widgets.row(
                        widgets.icon(state.kind().icon(), "device-icon"),
                        names,
                        words,
                        widgets.button(
                                "test-" + state.kind(),
                                "devices.test",
                                "mdi2p-play-outline",
                                () -> model.test(state.kind())));
        line.getStyleClass().addAll("card", "device-line");
        return line;
    }
}
