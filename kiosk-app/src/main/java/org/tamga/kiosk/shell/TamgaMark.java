package org.tamga.kiosk.shell;

import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/**
 * The product's mark: a horned tamga over the three ridges of a fingerprint, drawn as one path on a
 * 48 × 48 field.
 */
public final class TamgaMark extends StackPane {

    private static final String PATH =
            "M24 2 C13 2 6 9 6 19 H10 C10 11 15.5 6 24 6 S38 11 38 19 H42 C42 9 35 2 24 2 Z"
                    + " M24 10 C17 10 13.5 14 13.5 20 V30 C13.5 33 12 35 9 36 L10.5 39.6"
                    + " C15.5 38 17.5 34.5 17.5 30 V20 C17.5 16.3 19.6 14 24 14 S30.5 16.3 30.5 20"
                    + " V30 C30.5 34.5 32.5 38 37.5 39.6 L39 36 C36 35 34.5 33 34.5 30 V20"
                    + " C34.5 14 31 10 24 10 Z M22 19 H26 V40 L30 46 H25.5 L24 43.6 L22.5 46 H18"
                    + " L22 40 Z";

    public TamgaMark() {
        SVGPath mark = new SVGPath();
        mark.setContent(PATH);
        mark.getStyleClass().add("tamga-mark");
        getChildren().add(mark);
        getStyleClass().add("tamga-mark-box");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }
}
