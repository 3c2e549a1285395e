package org.tamga.matcher.face;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The one model file that is accepted, by its digest. */
final class YuNetModel {
    private static final String SHA256 =
            "8f2383e4dd3cfbb4553ea8718107fc0423210dc964f9f4280604804ed2552fa4";
    private static final int MAX_BYTES = 1 << 20;

    private YuNetModel() {}

    static FaceDetector open(Path model) {
        byte[] bytes;
        try {
            if (!Files.isRegularFile(model)) {
                return FaceDetector.unavailable("no model file " + model);
            }
            if (Files.size(model) > MAX_BYTES) {
                return FaceDetector.unavailable(FaceFault.WRONG_MODEL, "too large: " + model);
            }
            bytes = Files.readAllBytes(model);
        } catch (IOException e) {
            return FaceDetector.unavailable("cannot read " + model);
        }
        if (!sha256(bytes).equals(SHA256)) {
            return FaceDetector.unavailable(
                    FaceFault.WRONG_MODEL, "not face_detection_yunet_2023mar.onnx: " + model);
        }
        try {
            return new YuNetFaceDetector(bytes);
        } catch (LinkageError e) {
            return FaceDetector.unavailable(
                    FaceFault.NO_NATIVE_LIBRARY, "OpenCV does not load: " + e.getMessage());
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
