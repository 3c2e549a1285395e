package org.tamga.kiosk.ballot;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.tamga.kiosk.shell.Widgets;

/** The confirmation code in groups that people can compare, and as a QR code. */
final class CodePane extends HBox {
    private static final double QR_SIDE = 190;

    CodePane(VotingViewModel model, Widgets widgets, boolean withQr) {
        getStyleClass().addAll("card", "row", "code-card");
        setAlignment(Pos.CENTER_LEFT);
        var code = model.codeProperty().get();
        var words = new VBox(widgets.label("ballot.code", "muted"));
        for (var line : BoothSlips.lines(code)) {
            var label = new Label(line);
            label.getStyleClass().add("confirmation-code");
            label.setMinWidth(USE_PREF_SIZE);
            words.getChildren().add(label);
        }
        if (withQr) {
            var qr = new ImageView(QrImage.of(model.qr()));
            qr.setFitWidth(QR_SIDE);
            qr.setFitHeight(QR_SIDE);
            getChildren().add(qr);
        }
        getChildren().add(words);
        setMaxWidth(USE_PREF_SIZE);
    }
}
