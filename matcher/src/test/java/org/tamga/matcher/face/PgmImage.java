package org.tamga.matcher.face;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Reads binary PGM without comments. */
final class PgmImage {
    private PgmImage() {}

    static BufferedImage read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String start = new String(Arrays.copyOf(bytes, 40), StandardCharsets.ISO_8859_1);
        List<String> words = List.of(start.split("\\s", 5));
        int width = Integer.parseInt(words.get(1));
        int height = Integer.parseInt(words.get(2));
        byte[] gray = Arrays.copyOfRange(bytes, bytes.length - width * height, bytes.length);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, width, height, gray);
        return image;
    }
}
