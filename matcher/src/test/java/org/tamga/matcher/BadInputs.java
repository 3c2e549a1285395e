package org.tamga.matcher;

import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.tamga.matcher.exchange.TemplateExchange;
import org.tamga.matcher.exchange.TemplateImport;
import org.tamga.matcher.face.FaceImageFiles;
import org.tamga.matcher.face.FaceImageReading;

/**
 * Files that nobody should hand to a matcher, each with the answer it gets. As a program it prints
 * the answers, so that a child with a small heap can be asked.
 */
final class BadInputs {
    static final int GIANT = 20_000;

    /** Tags, types and compressions of TIFF 6.0. */
    private static final int WIDTH = 256;

    private static final int HEIGHT = 257;
    private static final int SAMPLE_BITS = 258;
    private static final int COMPRESSION = 259;
    private static final int STRIP_OFFSETS = 273;
    private static final int ROWS_PER_STRIP = 278;
    private static final int STRIP_BYTES = 279;
    private static final short SHORT = 3;
    private static final short LONG = 4;
    private static final int LZW = 5;
    private static final int JPEG = 7;

    private static final GrayImage FINGER = new DrawnFinger(1).impression(0);

    private BadInputs() {}

    /**
     * @param answer code of the fault, or the reason of quality 0
     */
    record Bad(String name, byte[] content, String answer) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Bad> images() {
        return List.of(
                new Bad("empty file", new byte[0], "IM-02"),
                new Bad("text", "no image".getBytes(StandardCharsets.US_ASCII), "IM-03"),
                new Bad("black", encoded(new byte[300 * 300], 300), "EMPTY"),
                new Bad("white", encoded(filled(300 * 300, 255), 300), "EMPTY"),
                new Bad("1 × 1", encoded(new byte[1], 1), "IM-05"),
                new Bad("truncated", truncated(), "IM-06"),
                new Bad("negative", negative(), "INVERTED"),
                new Bad("PNG bomb, 20,000 × 20,000", png(GIANT, GIANT, 1, 0), "IM-04"),
                new Bad("PNG of 16 bits and 4 channels", png(4000, 4000, 16, 6), "IM-04"),
                new Bad("BMP header of 20,000 × 20,000", giantBmp(), "IM-04"),
                new Bad(
                        "TIFF header of 20,000 × 20,000",
                        tiff(Map.of(WIDTH, GIANT, HEIGHT, GIANT)),
                        "IM-04"),
                new Bad(
                        "TIFF with a strip of two milliard rows and bytes",
                        tiff(
                                Map.of(
                                        ROWS_PER_STRIP,
                                        Integer.MAX_VALUE,
                                        STRIP_BYTES,
                                        Integer.MAX_VALUE)),
                        "IM-06"),
                new Bad("TIFF with samples of 29 bits", deepTiff(Map.of(SAMPLE_BITS, 29)), "IM-03"),
                new Bad(
                        "TIFF with samples of 27 bits, packed",
                        deepTiff(Map.of(SAMPLE_BITS, 27, COMPRESSION, LZW)),
                        "IM-03"),
                new Bad(
                        "TIFF that holds a JPEG of 20,000 × 20,000",
                        tiffWithJpeg(giantJpeg()),
                        "IM-03"),
                new Bad("JPEG header of 20,000 × 20,000", giantJpeg(), "IM-04"),
                new Bad("WSQ header of 20,000 × 20,000", wsq(GIANT, GIANT), "IM-04"),
                new Bad("WSQ of 4,000 × 4,000 without content", wsq(4000, 4000), "IM-06"),
                new Bad("WSQ of 300 × 300 without content", wsq(300, 300), "IM-06"));
    }

    static List<Bad> templates() {
        byte[] sound = new DrawnFinger(1).template(0).toBytes().toByteArray();
        byte[] flipped = sound.clone();
        flipped[sound.length / 2] ^= 4;
        byte[] version = sound.clone();
        version[3] = 9;
        return List.of(
                new Bad("empty file", new byte[0], "FT-01"),
                new Bad("text", "no template".getBytes(StandardCharsets.US_ASCII), "FT-01"),
                new Bad("truncated", Arrays.copyOf(sound, sound.length / 2), "FT-03"),
                new Bad("one bit flipped", flipped, "FT-03"),
                new Bad("another version", version, "FT-02"),
                new Bad("10,000 minutiae", minutiae(10_000, 1f), "FT-04"),
                new Bad("a direction that is no number", minutiae(20, Float.NaN), "FT-04"),
                new Bad("an infinite direction", minutiae(20, Float.POSITIVE_INFINITY), "FT-04"));
    }

    /** What a finger's image is answered with, quality included. */
    static String finger(byte[] content, double dpi) {
        return switch (ImageFiles.read(content, dpi)) {
            case ImageReading.Unreadable unreadable -> unreadable.code();
            case ImageReading.Read(GrayImage image) -> {
                FingerQuality quality = FingerQuality.of(image);
                yield quality.score() > 0
                        ? "quality " + quality.score()
                        : quality.reasons().iterator().next().name();
            }
        };
    }

    static String face(byte[] content) {
        return switch (FaceImageFiles.read(content, "face")) {
            case FaceImageReading.Unreadable unreadable -> unreadable.fault().code();
            case FaceImageReading.Read(var image) -> {
                image.close();
                yield "read";
            }
        };
    }

    static String template(byte[] content) {
        return switch (TemplateExchange.read(BiometricBytes.copyOf(content))) {
            case TemplateImport.Refused refused -> refused.fault().code();
            case TemplateImport.Imported _ -> "read";
        };
    }

    /** A line for each input, and for the largest that are taken. */
    public static void main(String[] arguments) {
        for (Bad bad : images()) {
            System.out.println(bad.name() + ": " + finger(bad.content(), 500));
            System.out.println(bad.name() + " as a face: " + face(bad.content()).substring(0, 2));
        }
        for (Bad bad : templates()) {
            System.out.println(bad.name() + ": " + template(bad.content()));
        }
        System.out.println("largest PNG: " + finger(png(4000, 4000, 8, 6), 1000));
        System.out.println("largest portrait: " + face(png(6000, 4000, 8, 6)));
        for (double dpi : new double[] {500, 1000}) {
            FingerTemplate largest = FingerTemplate.extract(ridges((int) (4 * dpi), dpi));
            System.out.println("largest extraction: " + (largest.minutiae() > 20));
        }
    }

    /** Fingers side by side over all of the image: as much work as an image can make. */
    private static GrayImage ridges(int side, double dpi) {
        byte[] pixels = new byte[side * side];
        for (int i = 0; i < pixels.length; i++) {
            int x = (int) (i % side * 500 / dpi) % FINGER.width();
            int y = (int) (i / side * 500 / dpi) % FINGER.height();
            pixels[i] = (byte) FINGER.at(x, y);
        }
        return new GrayImage(side, side, dpi, pixels);
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static byte[] truncated() {
        byte[] whole = encoded(FINGER.pixels(), FINGER.width());
        return Arrays.copyOf(whole, whole.length / 2);
    }

    private static byte[] negative() {
        GrayImage image = new DrawnFinger(1).impression(0, 110, 0, 110, 140);
        image.invert();
        return encoded(image.pixels(), image.width());
    }

    private static byte[] encoded(byte[] pixels, int width) {
        return encoded(pixels, width, "png");
    }

    private static byte[] encoded(byte[] pixels, int width, String format) {
        BufferedImage image =
                new BufferedImage(width, pixels.length / width, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, width, pixels.length / width, pixels);
        return encoded(image, format);
    }

    private static byte[] encoded(BufferedImage image, String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A whole and correct PNG of zeroes, a thousandth as long as its pixels. */
    static byte[] png(int width, int height, int bits, int colourType) {
        int channels = colourType == 6 ? 4 : 1;
        byte[] row = new byte[1 + (int) (((long) width * bits * channels + 7) / 8)];
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, fast, 1 << 16)) {
            for (int y = 0; y < height; y++) {
                out.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            fast.end();
        }
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put((byte) bits).put((byte) colourType);
        ByteBuffer png = ByteBuffer.allocate(8 + 12 + 13 + 12 + packed.size() + 12);
        png.putLong(0x89504e470d0a1a0aL);
        chunk(png, "IHDR", header.array());
        chunk(png, "IDAT", packed.toByteArray());
        chunk(png, "IEND", new byte[0]);
        return png.array();
    }

    private static void chunk(ByteBuffer png, String type, byte[] content) {
        png.putInt(content.length);
        int start = png.position();
        png.put(type.getBytes(StandardCharsets.US_ASCII)).put(content);
        CRC32 crc = new CRC32();
        crc.update(png.array(), start, png.position() - start);
        png.putInt((int) crc.getValue());
    }

    private static byte[] giantBmp() {
        byte[] bmp = encoded(FINGER.pixels(), FINGER.width(), "bmp");
        ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putInt(18, GIANT).putInt(22, GIANT);
        return bmp;
    }

    private static byte[] giantJpeg() {
        byte[] jpeg = encoded(FINGER.pixels(), FINGER.width(), "jpg");
        ByteBuffer file = ByteBuffer.wrap(jpeg);
        int at = 2;
        while (jpeg[at + 1] != (byte) 0xc0) {
            at += 2 + file.getShort(at + 2);
        }
        file.putShort(at + 5, (short) GIANT).putShort(at + 7, (short) GIANT);
        return jpeg;
    }

    /** A TIFF with values of its directory exchanged for others. */
    private static byte[] tiff(Map<Integer, Integer> values) {
        return changed(encoded(FINGER.pixels(), FINGER.width(), "tif"), values);
    }

    /** The same of samples that say to be integers, of 16 bits before {@code values}. */
    private static byte[] deepTiff(Map<Integer, Integer> values) {
        return changed(
                encoded(new BufferedImage(64, 48, BufferedImage.TYPE_USHORT_GRAY), "tif"), values);
    }

    private static byte[] changed(byte[] tiff, Map<Integer, Integer> values) {
        ByteBuffer file = ByteBuffer.wrap(tiff);
        file.order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = file.getInt(4);
        for (int entry = 0; entry < file.getShort(directory); entry++) {
            int at = directory + 2 + 12 * entry;
            Integer value = values.get((int) file.getShort(at));
            if (value == null) {
                continue;
            }
            if (file.getShort(at + 2) == SHORT && value <= Character.MAX_VALUE) {
                file.putShort(at + 8, value.shortValue());
            } else {
                file.putShort(at + 2, LONG).putInt(at + 4, 1).putInt(at + 8, value);
            }
        }
        return tiff;
    }

    /** A TIFF of modest size whose only strip is a JPEG of its own size. */
    private static byte[] tiffWithJpeg(byte[] jpeg) {
        int end = tiff(Map.of()).length;
        byte[] tiff =
                tiff(
                        Map.of(
                                COMPRESSION,
                                JPEG,
                                STRIP_OFFSETS,
                                end,
                                ROWS_PER_STRIP,
                                FINGER.height(),
                                STRIP_BYTES,
                                jpeg.length));
        byte[] whole = Arrays.copyOf(tiff, end + jpeg.length);
        System.arraycopy(jpeg, 0, whole, end, jpeg.length);
        return whole;
    }

    private static byte[] wsq(int width, int height) {
        ByteBuffer wsq = ByteBuffer.allocate(64);
        wsq.putShort((short) 0xffa0).putShort((short) 0xffa2).putShort((short) 17);
        wsq.put((byte) 0).put((byte) 255).putShort((short) height).putShort((short) width);
        return wsq.array();
    }

    /** A native template, as other SourceAFIS programs write it. */
    private static byte[] minutiae(int count, float direction) {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("version", "3.18.1-java");
        fields.put("width", 300);
        fields.put("height", 300);
        fields.put("positionsX", Collections.nCopies(count, 10));
        fields.put("positionsY", Collections.nCopies(count, 20));
        fields.put("directions", Collections.nCopies(count, direction));
        fields.put("types", "E".repeat(count));
        try {
            return new CBORMapper().writeValueAsBytes(fields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
