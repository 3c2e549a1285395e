package org.tamga.kiosk.ballot;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tamga.kiosk.shell.Widgets;

/**
 * A list that says when it is longer than the screen: two big arrows beside it, each touchable only
 * while there is more in its direction.
 */
final class ScrollButtons extends HBox {
    /** Of the height shown, so that the last row seen comes again as the first. */
    private static final double STEP = 0.75;

    private final ScrollPane scroll;
    private final Region list;

    ScrollButtons(Region list, Widgets widgets) {
        this.list = list;
        this.scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setPannable(true);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("booth-scroll");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        var longer =
                Bindings.createBooleanBinding(
                        () -> spare() > 1, list.heightProperty(), scroll.viewportBoundsProperty());
        var up = arrow("booth-up", "mdi2c-chevron-up", -1, widgets);
        up.disableProperty().bind(scroll.vvalueProperty().lessThan(0.01));
        var down = arrow("booth-down", "mdi2c-chevron-down", 1, widgets);
        down.disableProperty().bind(scroll.vvalueProperty().greaterThan(0.99));
        var arrows = new VBox(up, down);
        arrows.getStyleClass().add("scroll-arrows");
        getStyleClass().add("row");
        getChildren().addAll(scroll, widgets.when(longer, arrows));
    }

    private Button arrow(String id, String icon, int direction, Widgets widgets) {
        var button = new Button();
        button.setId(id);
        button.setGraphic(widgets.icon(icon, "scroll-icon"));
        button.accessibleTextProperty()
                .bind(widgets.texts().of(direction < 0 ? "ballot.list.up" : "ballot.list.down"));
        button.setFocusTraversable(false);
        button.setMaxHeight(Double.MAX_VALUE);
        VBox.setVgrow(button, Priority.ALWAYS);
        button.getStyleClass().addAll("primary", "scroll-arrow");
        button.setOnAction(e -> move(direction));
        return button;
    }

    private void move(int direction) {
        var step = STEP * scroll.getViewportBounds().getHeight() / Math.max(spare(), 1);
        scroll.setVvalue(Math.clamp(scroll.getVvalue() + direction * step, 0, 1));
    }

    private double spare() {
        return list.getHeight() - scroll.getViewportBounds().getHeight();
    }
}
