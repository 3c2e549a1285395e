package org.tamga.matcher;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tamga.matcher.face.FaceImageFiles;
import org.tamga.matcher.face.FaceImageReading;

/**
 * Mutated image files of every format, as fingers and as faces, and measured where they can be
 * read. {@code -Dtamga.fuzz=N} spreads N inputs over the formats, or those named by {@code
 * -Dtamga.fuzz.formats=tif,png}, and prints figures; a short run is part of the suite.
 */
@DisplayName("Whatever is done to an image file")
class HostileImagesTest {
    private static final int INPUTS = Integer.getInteger("tamga.fuzz", 9_000);

    /** Two rasters of the most pixels that are decoded, and what their decoders need beside. */
    private static final long MOST_ALLOCATED = 400 << 20;

    static String[] formats() {
        return System.getProperty("tamga.fuzz.formats", "png,tif,bmp,jpg,wsq,pnm").split(",");
    }

    @ParameterizedTest
    @MethodSource("formats")
    @DisplayName("the answer is an image or a code, and memory stays bounded")
    void anyMutationGetsATypedAnswer(String format) throws IOException {
        List<byte[]> sound = sound(format);
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Random random = new Random(format.hashCode());
        int inputs = INPUTS / formats().length;
        Map<String, Integer> answers = new TreeMap<>();
        long most = 0;
        long longest = 0;
        for (int i = 0; i < inputs; i++) {
            byte[] mutated = sound.get(i % sound.size()).clone();
            if (format.equals("tif") && random.nextInt(4) > 0) {
                mutateDirectory(mutated, random);
            } else {
                mutated = mutate(mutated, random);
            }
            long before = thread.getCurrentThreadAllocatedBytes();
            long start = System.nanoTime();
            String answer = i % 4 == 3 || format.equals("pnm") ? face(mutated) : finger(mutated);
            longest = Math.max(longest, System.nanoTime() - start);
            most = Math.max(most, thread.getCurrentThreadAllocatedBytes() - before);
            answers.merge(answer, 1, Integer::sum);
        }
        if (System.getProperty("tamga.fuzz") != null) {
            System.out.printf(
                    "%s: %d inputs, most allocated %d MB, longest %d ms, %s%n",
                    format, inputs, most >> 20, longest / 1_000_000, answers);
        }
        assertTrue(most < MOST_ALLOCATED, most + " bytes");
        assertTrue(answers.size() > 1, answers.toString());
    }

    private static String finger(byte[] bytes) {
        return switch (ImageFiles.read(bytes, 500)) {
            case ImageReading.Unreadable unreadable -> unreadable.code();
            case ImageReading.Read(GrayImage image) -> {
                FingerQuality.of(image);
                yield "image";
            }
        };
    }

    private static String face(byte[] bytes) {
        return switch (FaceImageFiles.read(bytes, "face")) {
            case FaceImageReading.Unreadable unreadable -> unreadable.fault().code();
            case FaceImageReading.Read(var image) -> {
                image.close();
                yield "portrait";
            }
        };
    }

    /** Files of every compression and pixel layout that the JDK writes. */
    private static List<byte[]> sound(String format) throws IOException {
        List<byte[]> files = new ArrayList<>();
        if (format.equals("wsq")) {
            files.add(wsq());
            return files;
        }
        if (format.equals("pnm")) {
            files.add(pnm("P5\n# grey\n48 40\n255\n", 48 * 40));
            files.add(pnm("P6 48 40 255\n", 3 * 48 * 40));
            return files;
        }
        for (int type :
                new int[] {
                    BufferedImage.TYPE_BYTE_GRAY,
                    BufferedImage.TYPE_3BYTE_BGR,
                    BufferedImage.TYPE_BYTE_INDEXED,
                    BufferedImage.TYPE_BYTE_BINARY,
                    BufferedImage.TYPE_USHORT_GRAY,
                    BufferedImage.TYPE_INT_ARGB
                }) {
            files.addAll(encoded(image(type), format));
        }
        return files;
    }

    private static BufferedImage image(int type) {
        BufferedImage image = new BufferedImage(48, 40, type);
        image.createGraphics()
                .drawImage(
                        DrawnFinger.buffered(new DrawnFinger(1).impression(0)), -120, -150, null);
        return image;
    }

    private static List<byte[]> encoded(BufferedImage image, String format) throws IOException {
        List<byte[]> files = new ArrayList<>();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ImageWriteParam options = writer.getDefaultWriteParam();
        List<String> compressions = new ArrayList<>();
        compressions.add("");
        if (options.canWriteCompressed() && options.getCompressionTypes() != null) {
            compressions.addAll(Arrays.asList(options.getCompressionTypes()));
        }
        for (String compression : compressions) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (var out = ImageIO.createImageOutputStream(bytes)) {
                if (!compression.isEmpty()) {
                    options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                    options.setCompressionType(compression);
                }
                if (options.canWriteProgressive()) {
                    options.setProgressiveMode(
                            files.size() % 2 == 0
                                    ? ImageWriteParam.MODE_DEFAULT
                                    : ImageWriteParam.MODE_DISABLED);
                }
                writer.setOutput(out);
                writer.write(null, new IIOImage(image, null, null), options);
            } catch (IOException | RuntimeException e) {
                continue; // this compression does not go with this layout
            }
            files.add(bytes.toByteArray());
        }
        writer.dispose();
        return files;
    }

    /** Headers of a WSQ file with plausible tables and no more than noise in its blocks. */
    private static byte[] wsq() {
        byte[] noise = new byte[600];
        new Random(2).nextBytes(noise);
        ByteBuffer out = ByteBuffer.allocate(1200);
        out.putShort((short) 0xffa0);
        out.putShort((short) 0xffa4).putShort((short) 58).put((byte) 7).put((byte) 9);
        out.put(new byte[54]);
        out.putShort((short) 0xffa5).putShort((short) 389).put((byte) 2).put((byte) 44);
        out.put(new byte[385]);
        out.putShort((short) 0xffa2).putShort((short) 17).put((byte) 0).put((byte) 255);
        out.putShort((short) 40).putShort((short) 48).put(new byte[9]);
        out.putShort((short) 0xffa6).putShort((short) 21).put((byte) 0).put(new byte[16]);
        out.put(new byte[2]);
        out.putShort((short) 0xffa3).putShort((short) 3).put((byte) 0);
        out.put(noise);
        out.putShort((short) 0xffa1);
        return Arrays.copyOf(out.array(), out.position());
    }

    private static byte[] pnm(String header, int values) {
        byte[] start = header.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        return Arrays.copyOf(start, start.length + values);
    }

    /** A TIFF's directory lies behind its pixels and decides everything: entries get new values. */
    private static void mutateDirectory(byte[] tiff, Random random) {
        ByteBuffer file = ByteBuffer.wrap(tiff);
        file.order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = file.getInt(4);
        int entries = file.getShort(directory);
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            int at = directory + 2 + 12 * random.nextInt(entries);
            switch (random.nextInt(8)) {
                case 0 -> file.putShort(at, (short) (254 + random.nextInt(100)));
                case 1 -> file.putShort(at + 2, (short) random.nextInt(14));
                case 2 -> file.putInt(at + 4, value(random));
                case 3, 4 -> tiff[at + random.nextInt(12)] = (byte) random.nextInt();
                case 5 -> file.putShort(at + 8, (short) value(random));
                default -> file.putInt(at + 8, value(random));
            }
        }
    }

    /** Mostly small, as sizes, kinds and counts are; or anything. */
    private static int value(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> random.nextInt();
            case 1 -> Integer.MAX_VALUE;
            case 2 -> 1 << random.nextInt(31);
            default -> random.nextInt(64);
        };
    }

    private static byte[] mutate(byte[] bytes, Random random) {
        int changes = 1 + random.nextInt(5);
        for (int i = 0; i < changes && bytes.length > 0; i++) {
            // Headers decide most: half of the changes go there.
            int reach = random.nextBoolean() ? Math.min(96, bytes.length) : bytes.length;
            int at = random.nextInt(reach);
            switch (random.nextInt(7)) {
                case 0, 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes[at] = (byte) random.nextInt();
                case 3 -> bytes[at] = (byte) (random.nextBoolean() ? 0xff : 0);
                case 4 -> bytes = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at) : bytes;
                case 5 -> bytes = Arrays.copyOf(bytes, bytes.length + random.nextInt(300));
                default ->
                        Arrays.fill(
                                bytes,
                                at,
                                Math.min(bytes.length, at + 4),
                                (byte) (random.nextBoolean() ? 0xff : 0x7f));
            }
        }
        return bytes;
    }
}
