package org.tamga.kiosk.identify;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tamga.kiosk.shell.Widgets;

/** A portrait in a frame of 3 : 4 with its caption; an outline while there is none. */
final class PhotoPane extends VBox {

    private final ImageView view = new ImageView();

    PhotoPane(String caption, ObservableValue<Optional<Picture>> picture, Widgets widgets) {
        getStyleClass().add("photo");
        setAlignment(Pos.TOP_CENTER);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        StackPane frame = new StackPane(widgets.icon("mdi2a-account-outline", "photo-none"), view);
        frame.getStyleClass().add("photo-frame");
        view.fitHeightProperty().bind(frame.heightProperty().subtract(4));
        view.fitWidthProperty().bind(frame.widthProperty().subtract(4));
        getChildren().addAll(frame, widgets.label(caption, "muted"));
        show(picture.getValue());
        picture.addListener((o, before, now) -> show(now));
    }

    private void show(Optional<Picture> picture) {
        view.setImage(picture.map(PhotoPane::image).orElse(null));
    }

    private static WritableImage image(Picture picture) {
        WritableImage image = new WritableImage(picture.width(), picture.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        picture.width(),
                        picture.height(),
                        PixelFormat.getIntArgbInstance(),
                        picture.argb(),
                        0,
                        picture.width());
        return image;
    }
}
