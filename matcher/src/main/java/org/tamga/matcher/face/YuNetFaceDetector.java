package org.tamga.matcher.face;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_dnn;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.StringVector;
import org.bytedeco.opencv.opencv_dnn.Net;

/**
 * YuNet (Wu, Peng and Yu 2023) on OpenCV's dnn module alone: its objdetect module would need a
 * windowing library. Native memory is freed by {@link #close()}.
 */
final class YuNetFaceDetector implements FaceDetector {
    private static final int MAX_SIDE = 640;
    private static final int MULTIPLE = 32;
    private static final String[] OUTPUTS = {"cls_", "obj_", "bbox_", "kps_"};

    private final Net net;

    /**
     * @throws LinkageError when the native library does not load
     */
    YuNetFaceDetector(byte[] model) {
        try (BytePointer bytes = new BytePointer(model)) {
            net = opencv_dnn.readNetFromONNX(bytes, model.length);
        }
    }

    @Override
    public synchronized FaceDetection detect(BufferedImage image) {
        double scale =
                Math.min(1.0, (double) MAX_SIDE / Math.max(image.getWidth(), image.getHeight()));
        int width = padded(image.getWidth() * scale);
        int height = padded(image.getHeight() * scale);
        List<FaceBox> candidates = new ArrayList<>();
        try (PointerScope scope = new PointerScope()) {
            Mat blob = new Mat(new int[] {1, 3, height, width}, opencv_core.CV_32F);
            blob.<FloatBuffer>createBuffer().put(planes(image, scale, width, height));
            net.setInput(blob);
            for (int stride = 8; stride <= 32; stride *= 2) {
                MatVector outputs = new MatVector();
                net.forward(outputs, names(stride));
                candidates.addAll(
                        new YuNetAnchors(stride, width / stride, height / stride)
                                .decode(
                                        floats(outputs, 0),
                                        floats(outputs, 1),
                                        floats(outputs, 2),
                                        floats(outputs, 3)));
            }
        }
        return new FaceDetection.Found(
                YuNetAnchors.suppress(candidates).stream()
                        .map(face -> face.scaled(1 / scale))
                        .toList());
    }

    @Override
    public synchronized void close() {
        net.close();
    }

    private static StringVector names(int stride) {
        StringVector names = new StringVector();
        for (String output : OUTPUTS) {
            names.push_back(new BytePointer(output + stride));
        }
        return names;
    }

    private static float[] floats(MatVector outputs, int index) {
        FloatBuffer buffer = outputs.get(index).createBuffer();
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        return values;
    }

    private static int padded(double side) {
        return Math.max(1, (int) Math.ceil(side / MULTIPLE)) * MULTIPLE;
    }

    /** Blue, green and red planes, 0–255, top left aligned, black padding. */
    private static float[] planes(BufferedImage image, double scale, int width, int height) {
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = scaled.createGraphics();
        g.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(
                image,
                0,
                0,
                (int) Math.round(image.getWidth() * scale),
                (int) Math.round(image.getHeight() * scale),
                null);
        g.dispose();
        byte[] bgr = ((DataBufferByte) scaled.getRaster().getDataBuffer()).getData();
        int area = width * height;
        float[] planes = new float[3 * area];
        for (int pixel = 0; pixel < area; pixel++) {
            for (int channel = 0; channel < 3; channel++) {
                planes[channel * area + pixel] = bgr[3 * pixel + channel] & 0xff;
            }
        }
        return planes;
    }
}
