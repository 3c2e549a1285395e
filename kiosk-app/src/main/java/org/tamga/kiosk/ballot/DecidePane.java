package org.tamga.kiosk.ballot;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tamga.kiosk.shell.Widgets;

/** The ballot is encrypted and its code printed: cast it, or have the encryption checked. */
final class DecidePane extends VBox {
    // Not 0: wrapped words would ask for the height of one letter a line.
    private static final double WIDTH = 500;

    private final Widgets widgets;

    DecidePane(VotingViewModel model, Widgets widgets) {
        this.widgets = widgets;
        getStyleClass().addAll("stack", "booth-pane");
        var title = widgets.label("ballot.decide", "booth-title");
        title.setAlignment(Pos.CENTER_LEFT);
        var printing =
                widgets.label(widgets.texts().of(model.printingProperty()), "booth-text", "strong");
        printing.setId("booth-printing");
        var cast =
                way(
                        "booth-cast",
                        "ballot.cast",
                        "mdi2b-ballot-outline",
                        "ballot.cast.explain",
                        model::cast,
                        "primary");
        var challenge =
                way(
                        "booth-challenge",
                        "ballot.challenge",
                        "mdi2s-shield-search",
                        "ballot.challenge.explain",
                        model::challenge,
                        "plain");
        var ways = widgets.row(cast, challenge);
        ways.setFillHeight(true);
        ways.setAlignment(Pos.TOP_LEFT);
        ways.disableProperty().bind(model.busyProperty());
        VBox.setVgrow(ways, Priority.ALWAYS);
        var code = new CodePane(model, widgets, false);
        getChildren().addAll(title, widgets.row(code, printing), ways);
    }

    private VBox way(
            String id, String key, String icon, String explain, Runnable action, String style) {
        var button = widgets.button(id, key, icon, action, "big", style);
        button.setMaxWidth(Double.MAX_VALUE);
        var card = widgets.card(button, widgets.label(explain, "booth-text", "way-words"));
        card.setPrefWidth(WIDTH);
        card.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }
}
