package org.tamga.kiosk.sync;

import java.nio.file.Path;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.shell.ScreenView;
import org.tamga.kiosk.shell.Widgets;

/** Draws {@link SyncViewModel}: four numbers, the network at the left, the stick at the right. */
public final class SyncView implements ScreenView {

    /** Pixels from which cards of a row grow alike. */
    private static final double SHARE = 340;

    private final SyncViewModel model;
    private final Widgets widgets;
    private final VBox root;

    public SyncView(SyncViewModel model, Widgets widgets) {
        this.model = model;
        this.widgets = widgets;
        HBox numbers =
                widgets.row(
                        number("sync-contact", "sync.lastContact", model::lastContact),
                        number(
                                "sync-waiting",
                                "sync.waiting",
                                s -> Message.of("sync.number", s.waiting())),
                        number(
                                "sync-receipts",
                                "sync.receipts",
                                s -> Message.of("sync.number", s.receipts())),
                        number(
                                "sync-register",
                                "sync.register",
                                s -> Message.of("sync.number", s.registerVersion())));
        HBox ways = widgets.row(network(), stick());
        ways.setFillHeight(true);
        ways.disableProperty().bind(model.busyProperty());
        Label answer = widgets.label(widgets.texts().of(model.answerProperty()), "heading");
        answer.setId("sync-answer");
        root = new VBox(widgets.label("sync.title", "title"), numbers, ways, answer);
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

    private VBox number(String id, String key, Function<SyncState, Message> value) {
        Label number =
                widgets.label(widgets.texts().of(model.stateProperty().map(value)), "number");
        number.setId(id);
        return grown(widgets.card(number, widgets.label(key, "muted")));
    }

    private VBox network() {
        Label fault =
                widgets.label(
                        widgets.texts()
                                .of(
                                        model.stateProperty()
                                                .map(
                                                        s ->
                                                                s.fault()
                                                                        .map(Message::ofCode)
                                                                        .orElse(Message.NONE))),
                        "error-text");
        fault.setId("sync-fault");
        return grown(
                widgets.card(
                        widgets.label("sync.network", "heading"),
                        widgets.label("sync.network.explain", "muted"),
                        fault,
                        widgets.spacer(),
                        widgets.button(
                                "sync-deliver",
                                "sync.deliver",
                                "mdi2c-cloud-upload-outline",
                                model::deliver,
                                "primary")));
    }

    private VBox stick() {
        ComboBox<@Nullable Path> drive = new ComboBox<>();
        drive.setId("sync-drive");
        drive.setMaxWidth(Double.MAX_VALUE);
        Bindings.bindContent(drive.getItems(), model.drives());
        drive.valueProperty().bindBidirectional(model.driveProperty());
        drive.promptTextProperty().bind(widgets.texts().of("sync.usb.none"));
        HBox buttons =
                widgets.row(
                        widgets.button(
                                "sync-export",
                                "sync.usb.export",
                                "mdi2u-usb-flash-drive-outline",
                                model::exportTo),
                        widgets.button(
                                "sync-import",
                                "sync.usb.import",
                                "mdi2i-import",
                                model::importFrom));
        buttons.disableProperty().bind(model.driveProperty().isNull());
        return grown(
                widgets.card(
                        widgets.label("sync.usb", "heading"),
                        widgets.label("sync.usb.explain", "muted"),
                        drive,
                        widgets.spacer(),
                        buttons));
    }

    private static VBox grown(VBox card) {
        HBox.setHgrow(card, Priority.ALWAYS);
        card.setMaxWidth(Double.MAX_VALUE);
        card.setPrefWidth(SHARE);
        return card;
    }
}
