package org.tamga.devices.simulator;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What a simulated sensor sees, with the noise that makes no two pictures alike. */
final class CameraScenes {
    private static final int VARIANTS = 8;
    private static final int DARK = 6;
    private static final int BURNT_OUT = 253;

    private final int width;
    private final int height;

    CameraScenes(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** An empty room. */
    List<BufferedImage> room() {
        return noisy(roomAlone(), 4);
    }

    /** A drawn person before the wall of the room. */
    List<BufferedImage> visitor() {
        BufferedImage scene = roomAlone();
        BufferedImage face = TestVisitor.face();
        double scale =
                Math.min(width / (double) face.getWidth(), height / (double) face.getHeight());
        int w = (int) (face.getWidth() * scale);
        int h = (int) (face.getHeight() * scale);
        Graphics2D graphics = scene.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(face, (width - w) / 2, (height - h) / 2, w, h, null);
        graphics.dispose();
        return noisy(scene, 4);
    }

    List<BufferedImage> dark() {
        return noisy(even(new Color(DARK, DARK, DARK)), 4);
    }

    List<BufferedImage> burntOut() {
        return noisy(even(new Color(BURNT_OUT, BURNT_OUT, BURNT_OUT)), 2);
    }

    private BufferedImage roomAlone() {
        BufferedImage room = even(Color.LIGHT_GRAY);
        Graphics2D graphics = room.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, new Color(208, 204, 196), 0, height, Color.GRAY));
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(new Color(96, 84, 72));
        graphics.fillRect(width / 10, height / 8, width / 6, height);
        graphics.dispose();
        return room;
    }

    private BufferedImage even(Color color) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(color);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return image;
    }

    private List<BufferedImage> noisy(BufferedImage scene, int amplitude) {
        List<BufferedImage> variants = new ArrayList<>();
        Random random = new Random(7);
        int[] row = new int[3 * width];
        for (int i = 0; i < VARIANTS; i++) {
            BufferedImage variant = even(Color.BLACK);
            for (int y = 0; y < height; y++) {
                scene.getRaster().getPixels(0, y, width, 1, row);
                for (int x = 0; x < row.length; x++) {
                    int noise = random.nextInt(2 * amplitude + 1) - amplitude;
                    row[x] = Math.clamp(row[x] + noise, 0, 255);
                }
                variant.getRaster().setPixels(0, y, width, 1, row);
            }
            variants.add(variant);
        }
        return variants;
    }
}
