package org.tamga.kiosk.identify;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** Lines of which as many are seen, from the first on, as have room as a whole. */
final class WholeLines extends VBox {

    WholeLines() {
        setMinHeight(0);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        for (Node line : getChildren()) {
            double end = line.getLayoutY() + line.getLayoutBounds().getMaxY();
            line.setVisible(end <= getHeight() + 1);
        }
    }
}
