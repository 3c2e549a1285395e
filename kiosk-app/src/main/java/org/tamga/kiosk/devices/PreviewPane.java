package org.tamga.kiosk.devices;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tamga.kiosk.shell.Widgets;

/**
 * Shows the picture of a {@link PreviewViewModel}. One image and one buffer serve all frames of a
 * size; both are overwritten when the preview ends.
 */
final class PreviewPane extends StackPane {

    private final PreviewViewModel model;
    private final ImageView view = new ImageView();
    private final FontIcon icon;
    private Shown shown = new Shown(1, 1);

    /** Memory of one size and the image that shows it. */
    private static final class Shown {
        final int width;
        final int height;
        final int[] argb;
        final PixelBuffer<IntBuffer> buffer;
        final WritableImage image;

        Shown(int width, int height) {
            this.width = width;
            this.height = height;
            this.argb = new int[width * height];
            this.buffer =
                    new PixelBuffer<>(
                            width,
                            height,
                            IntBuffer.wrap(argb),
                            PixelFormat.getIntArgbPreInstance());
            this.image = new WritableImage(buffer);
        }

        void paint(int[] pixels) {
            System.arraycopy(pixels, 0, argb, 0, width * height);
            buffer.updateBuffer(all -> null);
        }

        void wipe() {
            Arrays.fill(argb, 0);
            buffer.updateBuffer(all -> null);
        }
    }

    PreviewPane(PreviewViewModel model, Widgets widgets) {
        this.model = model;
        this.icon = widgets.icon("mdi2i-image-off-outline", "photo-none");
        getStyleClass().add("device-preview");
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.fitWidthProperty().bind(widthProperty().subtract(4));
        view.fitHeightProperty().bind(heightProperty().subtract(4));
        getChildren().addAll(icon, view);
        model.picturesProperty().subscribe(this::refresh);
    }

    /** The icon that stands there while there is no picture. */
    void icon(String literal) {
        icon.setIconLiteral(literal);
    }

    private void refresh() {
        boolean[] painted = new boolean[1];
        model.picture()
                .show(
                        (width, height, argb) -> {
                            paint(width, height, argb);
                            painted[0] = true;
                        });
        if (!painted[0]) {
            shown.wipe();
            view.setImage(null);
        }
    }

    private void paint(int width, int height, int[] argb) {
        if (shown.width != width || shown.height != height) {
            shown.wipe();
            shown = new Shown(width, height);
        }
        shown.paint(argb);
        view.setImage(shown.image);
    }
}
