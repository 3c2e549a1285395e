package org.tamga.kiosk.identify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tamga.kiosk.shell.Theme;
import org.tamga.matcher.QualityReason;
import org.testfx.api.FxToolkit;

@DisplayName("The picture of what was wrong with a finger's image")
class QualityPictureTest {

    @Test
    @DisplayName("differs from reason to reason, and there is none without a reason")
    void everyReasonHasItsOwn() throws TimeoutException, IOException {
        FxToolkit.registerPrimaryStage();
        WritableImage sheet = FxToolkit.setupFixture(QualityPictureTest::sheet);
        if ("1".equals(System.getenv("TAMGA_SCREENS"))) {
            write(sheet, Path.of("target", "screens", "quality-pictures.png"));
        }
        Set<Integer> different = new HashSet<>();
        for (QualityReason reason : QualityReason.values()) {
            different.add(FxToolkit.setupFixture(() -> drawn(Optional.of(reason))));
        }
        different.add(FxToolkit.setupFixture(() -> drawn(Optional.empty())));
        assertEquals(QualityReason.values().length + 1, different.size());
    }

    private static int drawn(Optional<QualityReason> reason) {
        QualityPicture picture = new QualityPicture(new SimpleObjectProperty<>(reason));
        return Arrays.hashCode(pixels(Theme.scene(new VBox(picture), 100, 110).snapshot(null)));
    }

    private static WritableImage sheet() {
        Theme.install();
        FlowPane pane = new FlowPane(12, 12);
        pane.setPrefWrapLength(720);
        for (QualityReason reason : QualityReason.values()) {
            pane.getChildren()
                    .add(
                            new VBox(
                                    new QualityPicture(
                                            new SimpleObjectProperty<>(Optional.of(reason))),
                                    new Label(reason.name())));
        }
        return Theme.scene(pane, 760, 420).snapshot(null);
    }

    private static void write(WritableImage image, Path file) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(0, 0, width, height, pixels(image), 0, width);
        Files.createDirectories(file.getParent());
        ImageIO.write(picture, "png", file.toFile());
    }

    private static int[] pixels(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return argb;
    }
}
