package org.tamga.kiosk.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Draws {@link StatusBarViewModel}: one chip per device, coloured by its level. */
public final class StatusBarView extends HBox {

    public StatusBarView(StatusBarViewModel model, Widgets widgets) {
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        Label terminal = new Label();
        terminal.setId("status-terminal");
        terminal.textProperty().bind(model.terminalProperty());
        terminal.setGraphic(widgets.icon("mdi2d-desktop-classic"));
        terminal.getStyleClass().add("status-terminal");
        Label simulated = widgets.label("status.simulated", "status-simulated");
        simulated.setId("status-simulated");
        simulated.setWrapText(false);
        getChildren().add(terminal);
        getChildren().add(widgets.when(model.simulatedProperty(), simulated));
        getChildren().add(widgets.spacer());
        for (StatusBarViewModel.Part part : StatusBarViewModel.Part.values()) {
            getChildren().add(chip(model, part, widgets));
        }
    }

    private static Label chip(
            StatusBarViewModel model, StatusBarViewModel.Part part, Widgets widgets) {
        Label chip = new Label();
        chip.setId("status-" + part.name());
        chip.getStyleClass().add("status-chip");
        FontIcon icon = widgets.icon(part.icon());
        chip.setGraphic(icon);
        chip.textProperty().bind(widgets.texts().of(model.property(part).map(Indicator::text)));
        show(chip, model.property(part).get().level());
        model.property(part).addListener((o, before, now) -> show(chip, now.level()));
        return chip;
    }

    private static void show(Label chip, Level level) {
        for (Level other : Level.values()) {
            chip.getStyleClass().remove(other.styleClass());
        }
        chip.getStyleClass().add(level.styleClass());
    }
}
