package org.tamga.devices.simulator;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as a camera's own compression gives them. */
final class Jpegs {
    private Jpegs() {}

    static List<byte[]> of(List<BufferedImage> pictures) {
        return pictures.stream().map(Jpegs::of).toList();
    }

    static byte[] of(BufferedImage picture) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (var memory = new MemoryCacheImageOutputStream(out)) {
                ImageIO.write(picture, "jpeg", memory);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }

    /** The same bytes with a frame header that claims sides of 60,000 pixels. */
    static byte[] claimingToBeHuge(byte[] jpeg) {
        byte[] lie = jpeg.clone();
        for (int i = 2; i + 8 < lie.length; ) {
            int marker = lie[i + 1] & 0xFF;
            if (marker == 0xC0 || marker == 0xC2) {
                lie[i + 5] = lie[i + 7] = (byte) (60_000 >> 8);
                lie[i + 6] = lie[i + 8] = (byte) 60_000;
                return lie;
            }
            i += 2 + ((lie[i + 2] & 0xFF) << 8 | lie[i + 3] & 0xFF);
        }
        throw new IllegalArgumentException("no frame header");
    }
}
