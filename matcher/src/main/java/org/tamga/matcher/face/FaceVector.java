package org.tamga.matcher.face;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;
import org.tamga.matcher.BiometricBytes;
import org.tamga.matcher.face.model.ModelCatalogue;
import org.tamga.matcher.face.model.PinnedModel;

/**
 * A face as a direction: unit length, in the space of one network. {@link #close()} wipes it;
 * {@link #toString()} shows no number.
 */
public final class FaceVector implements AutoCloseable {
    private static final byte[] MAGIC = "TFACE1".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_DIMENSION = 4096;

    private final PinnedModel model;
    private final float[] values;
    private boolean wiped;

    private FaceVector(PinnedModel model, float[] values) {
        this.model = model;
        this.values = values;
    }

    /**
     * Scales a copy of the numbers to unit length; empty when they have no length, are not finite,
     * or not as many as the model gives.
     */
    public static Optional<FaceVector> of(PinnedModel model, float[] numbers) {
        double square = 0;
        for (float number : numbers) {
            square += (double) number * number;
        }
        if (numbers.length != model.dimension() || !Double.isFinite(square) || square < 1e-12) {
            return Optional.empty();
        }
        float[] unit = numbers.clone();
        float factor = (float) (1 / Math.sqrt(square));
        for (int i = 0; i < unit.length; i++) {
            unit[i] *= factor;
        }
        return Optional.of(new FaceVector(model, unit));
    }

    /** The network it comes from; only its vectors can be compared. */
    public PinnedModel model() {
        return model;
    }

    public int dimension() {
        return values.length;
    }

    /**
     * −1 to 1.
     *
     * @throws IllegalArgumentException when the other one is of another network
     */
    public double cosine(FaceVector other) {
        if (!model.sha256().equals(other.model.sha256())) {
            throw new IllegalArgumentException("%s against %s".formatted(model, other.model));
        }
        return FaceKernel.best().dot(numbers(), other.numbers());
    }

    /** For the package only: not a copy. */
    synchronized float[] numbers() {
        if (wiped) {
            throw new IllegalStateException("the face vector was wiped");
        }
        return values;
    }

    /**
     * The binary form (docs/formats/face-vector.md): {@code TFACE1}, SHA-256 of the model, number
     * of values, the values, CRC-32; little endian.
     */
    public BiometricBytes toBytes() {
        float[] numbers = numbers();
        ByteBuffer buffer =
                ByteBuffer.allocate(MAGIC.length + 32 + 2 + 4 * numbers.length + 4)
                        .order(ByteOrder.LITTLE_ENDIAN);
        buffer.put(MAGIC).put(HexFormat.of().parseHex(model.sha256()));
        buffer.putShort((short) numbers.length);
        for (float number : numbers) {
            buffer.putFloat(number);
        }
        buffer.putInt(checksum(buffer.array(), buffer.position()));
        return BiometricBytes.owning(buffer.array());
    }

    /** Reads the binary form of any catalogued network; empty for everything else. */
    public static Optional<FaceVector> parse(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        try {
            byte[] magic = new byte[MAGIC.length];
            byte[] digest = new byte[32];
            buffer.get(magic).get(digest);
            int dimension = buffer.getShort();
            if (!Arrays.equals(magic, MAGIC)
                    || dimension < 1
                    || dimension > MAX_DIMENSION
                    || buffer.remaining() != 4 * dimension + 4) {
                return Optional.empty();
            }
            float[] numbers = new float[dimension];
            buffer.asFloatBuffer().get(numbers);
            buffer.position(buffer.position() + 4 * dimension);
            int checksum = checksum(bytes, buffer.position());
            return buffer.getInt() == checksum
                    ? ModelCatalogue.shipped()
                            .digest(HexFormat.of().formatHex(digest))
                            .flatMap(model -> of(model, numbers))
                    : Optional.empty();
        } catch (BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    /** Overwrites the numbers with zeroes; may be called more than once. */
    @Override
    public synchronized void close() {
        Arrays.fill(values, 0);
        wiped = true;
    }

    @Override
    public String toString() {
        return "FaceVector[%s, %d]".formatted(model, values.length);
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
