package org.tamga.kiosk.devices;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tamga.devices.profile.DeviceClass;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.shell.Level;
import org.tamga.kiosk.shell.ScreenView;
import org.tamga.kiosk.shell.Widgets;

/** Draws {@link DevicesViewModel}: the kit's devices at the left, the chosen one at the right. */
public final class DevicesView implements ScreenView {

    /** What the stylesheet leaves at both sides of a line, px at most. */
    private static final double PADDING = 56;

    private final DevicesViewModel model;
    private final Widgets widgets;
    private final VBox list = new VBox();
    private List<Look> shown = List.of();
    private final VBox root;

    public DevicesView(DevicesViewModel model, DeviceWords words, Widgets widgets) {
        this.model = model;
        this.widgets = widgets;
        list.getStyleClass().add("device-list");
        model.devices().addListener((ListChangeListener<DeviceState>) change -> fill());
        model.selectedProperty().subscribe(this::fill);
        model.guidedProperty().subscribe(this::fill);
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("device-scroll");
        DeviceDetail detail = new DeviceDetail(model, words, widgets);
        HBox.setHgrow(detail, Priority.ALWAYS);
        detail.setMinWidth(0);
        HBox body = widgets.row(scroll, detail);
        body.setAlignment(Pos.TOP_LEFT);
        body.setFillHeight(true);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        root = new VBox(head(), body);
        root.getStyleClass().add("stack");
    }

    private HBox head() {
        Label summary = widgets.label(widgets.texts().of(model.summaryProperty()), "strong");
        summary.setId("devices-summary");
        Button all =
                widgets.button(
                        "devices-test-all", "devices.testAll", "mdi2c-check-all", model::testAll);
        Button guided =
                widgets.button(
                        "devices-guided",
                        "devices.guided",
                        "mdi2c-clipboard-play-outline",
                        model::beginGuided,
                        "primary");
        for (Button button : List.of(all, guided)) {
            button.disableProperty()
                    .bind(
                            Bindings.createBooleanBinding(
                                    () ->
                                            model.busyProperty().get()
                                                    || model.guidedProperty().get().isPresent(),
                                    model.busyProperty(),
                                    model.guidedProperty()));
        }
        Label title = widgets.label("devices.title", "title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        return widgets.row(title, widgets.spacer(), summary, all, guided);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void shown() {
        model.shown();
    }

    @Override
    public void hidden() {
        model.hidden();
    }

    /** A line is replaced only when it looks otherwise: a touch that has begun must end on it. */
    private void fill() {
        List<Look> looks = model.devices().stream().map(this::look).toList();
        if (looks.size() != shown.size()) {
            list.getChildren().setAll(model.devices().stream().map(this::line).toList());
        } else {
            for (int i = 0; i < looks.size(); i++) {
                if (!looks.get(i).equals(shown.get(i))) {
                    list.getChildren().set(i, line(model.devices().get(i)));
                }
            }
        }
        shown = looks;
    }

    private record Look(DeviceClass device, Message words, Level level, boolean chosen) {}

    private Look look(DeviceState state) {
        return new Look(
                state.device(), DeviceWords.brief(state), DeviceWords.level(state), chosen(state));
    }

    private boolean chosen(DeviceState state) {
        return state.device() == model.selectedProperty().get().device();
    }

    /** A touch anywhere on the line chooses the device. */
    private Button line(DeviceState state) {
        Label name = widgets.label(widgets.texts().of(DeviceWords.name(state)), "device-name");
        Label words =
                widgets.label(
                        widgets.texts().of(DeviceWords.brief(state)),
                        "device-state",
                        DeviceWords.level(state).styleClass());
        words.setId("device-" + state.device());
        name.setWrapText(false);
        words.setWrapText(false);
        Label badge = widgets.label("status.simulated", "device-badge", "small");
        badge.setWrapText(false);
        badge.setMinWidth(Region.USE_PREF_SIZE);
        badge.setVisible(state.info().simulated());
        HBox under = new HBox(words, widgets.spacer(), badge);
        under.setAlignment(Pos.BASELINE_LEFT);
        VBox told = new VBox(name, under);
        told.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(told, Priority.ALWAYS);
        HBox graphic =
                widgets.row(
                        widgets.icon(
                                DeviceLook.icon(state.device()),
                                "device-icon",
                                DeviceWords.level(state).styleClass()),
                        told);
        Button line = new Button();
        line.setId("choose-" + state.device());
        line.setGraphic(graphic);
        // A button does not stretch its graphic by itself.
        graphic.prefWidthProperty().bind(line.widthProperty().subtract(PADDING));
        line.setMaxWidth(Double.MAX_VALUE);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setFocusTraversable(false);
        line.setOnAction(e -> model.select(state.device()));
        line.getStyleClass().add("device-line");
        if (chosen(state)) {
            line.getStyleClass().add("chosen");
        }
        return line;
    }
}
