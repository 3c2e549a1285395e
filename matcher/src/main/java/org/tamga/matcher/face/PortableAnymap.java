package org.tamga.matcher.face;

import java.util.Optional;

/** Binary PGM and PPM with 8 bits a value, as research sets of faces come. */
final class PortableAnymap {
    private static final int LONGEST_NUMBER = 6;

    private final byte[] bytes;
    private int at = 2;

    private PortableAnymap(byte[] bytes) {
        this.bytes = bytes;
    }

    static boolean looksLike(byte[] bytes) {
        return bytes.length > 2
                && bytes[0] == 'P'
                && (bytes[1] == '5' || bytes[1] == '6')
                && Character.isWhitespace(bytes[2]);
    }

    static FaceImageReading read(byte[] bytes, String name) {
        return new PortableAnymap(bytes).read(name);
    }

    private FaceImageReading read(String name) {
        Optional<Integer> width = number();
        Optional<Integer> height = number();
        Optional<Integer> white = number();
        if (width.isEmpty() || height.isEmpty() || white.isEmpty() || white.get() != 255) {
            return FaceImageFiles.damaged(name);
        }
        if (!FaceImageFiles.isReadable(width.get(), height.get())) {
            return FaceImageFiles.unreadable(
                    FaceImageFiles.sizeFault(width.get(), height.get()),
                    "%d×%d pixels: %s".formatted(width.get(), height.get(), name));
        }
        int channels = bytes[1] == '5' ? 1 : 3;
        int pixels = width.get() * height.get();
        int start = at + 1;
        if (bytes.length - start < channels * (long) pixels) {
            return FaceImageFiles.damaged(name);
        }
        byte[] bgr = new byte[3 * pixels];
        for (int i = 0; i < pixels; i++) {
            for (int channel = 0; channel < 3; channel++) {
                bgr[3 * i + 2 - channel] = bytes[start + channels * i + channel % channels];
            }
        }
        return new FaceImageReading.Read(FaceImage.owning(width.get(), height.get(), bgr));
    }

    /** The next decimal number after white space and comments. */
    private Optional<Integer> number() {
        while (at < bytes.length && !isDigit(bytes[at])) {
            if (bytes[at] == '#') {
                while (at < bytes.length && bytes[at] != '\n') {
                    at++;
                }
            } else if (!Character.isWhitespace(bytes[at])) {
                return Optional.empty();
            } else {
                at++;
            }
        }
        int value = 0;
        int digits = 0;
        for (; at < bytes.length && isDigit(bytes[at]); at++, digits++) {
            if (digits == LONGEST_NUMBER) {
                return Optional.empty();
            }
            value = 10 * value + bytes[at] - '0';
        }
        return digits == 0 ? Optional.empty() : Optional.of(value);
    }

    private static boolean isDigit(byte value) {
        return value >= '0' && value <= '9';
    }
}
