package org.tamga.devices.scanner.sbi;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.tamga.devices.image.Jpeg2000;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.FingerImage;
import org.tamga.devices.scanner.FingerSpec;

/**
 * The first image of an ISO/IEC 19794-4 finger image record, of 2005 (version "010") or 2011
 * ("020"): uncompressed 8 bits or JPEG 2000. WSQ, JPEG and PNG are not read. No length in it is
 * believed: it must fit what is there and what the profile allows.
 */
final class FingerRecord {
    private static final int FORMAT = 0x46495200;
    private static final int VERSION_2005 = 0x30313000;
    private static final int VERSION_2011 = 0x30323000;
    private static final int CAPTURE_DETAILS = 14;
    private static final double CM_PER_INCH = 2.54;

    private final FingerSpec spec;

    FingerRecord(FingerSpec spec) {
        this.spec = spec;
    }

    /**
     * What the headers say.
     *
     * @param perUnit pixels for each inch (scale 1) or centimetre (scale 2)
     */
    private record Header(int scale, int perUnit, int depth, int compression, int w, int h) {
        double dpi() {
            return scale == 2 ? perUnit * CM_PER_INCH : perUnit;
        }
    }

    /**
     * @throws LinkException PROTOCOL_ERROR
     */
    FingerImage image(byte[] bytes) throws LinkException {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            if (in.getInt() != FORMAT) {
                throw wrong("not a finger image record");
            }
            int version = in.getInt();
            return switch (version) {
                case VERSION_2011 -> of2011(in);
                case VERSION_2005 -> of2005(in);
                default -> throw wrong("a finger image record of another version");
            };
        } catch (BufferUnderflowException e) {
            throw wrong("the finger image record is cut short");
        }
    }

    /** Tables 2 and 4 of the 2011 edition. */
    private FingerImage of2011(ByteBuffer in) throws LinkException {
        requireLength(in.getInt() & 0xFFFFFFFFL, in);
        int representations = in.getShort() & 0xFFFF;
        boolean certified = in.get() == 1;
        skip(in, 1); // number of finger positions
        if (representations == 0) {
            throw wrong("a finger image record without image");
        }
        skip(in, 4 + CAPTURE_DETAILS); // representation length, date, device
        skip(in, 5 * (in.get() & 0xFF)); // quality blocks
        if (certified) {
            skip(in, 3 * (in.get() & 0xFF));
        }
        skip(in, 2); // position, number
        int scale = in.get();
        skip(in, 4); // rate of capture
        int perUnit = in.getShort() & 0xFFFF;
        skip(in, 2);
        int depth = in.get() & 0xFF;
        int compression = in.get() & 0xFF;
        skip(in, 1); // impression type
        Header header =
                new Header(
                        scale,
                        perUnit,
                        depth,
                        compression,
                        in.getShort() & 0xFFFF,
                        in.getShort() & 0xFFFF);
        return picture(header, in, in.getInt() & 0xFFFFFFFFL);
    }

    /** Tables 2 and 5 of the 2005 edition. */
    private FingerImage of2005(ByteBuffer in) throws LinkException {
        long length = (in.getShort() & 0xFFFFL) << 32 | in.getInt() & 0xFFFFFFFFL;
        requireLength(length, in);
        skip(in, 4); // device, acquisition level
        int fingers = in.get() & 0xFF;
        int scale = in.get();
        skip(in, 4); // rate of scan
        int perUnit = in.getShort() & 0xFFFF;
        skip(in, 2);
        int depth = in.get() & 0xFF;
        int compression = in.get() & 0xFF;
        skip(in, 2);
        if (fingers == 0) {
            throw wrong("a finger image record without image");
        }
        long block = in.getInt() & 0xFFFFFFFFL;
        skip(in, 5); // position, views, number, quality, impression
        Header header =
                new Header(
                        scale,
                        perUnit,
                        depth,
                        compression,
                        in.getShort() & 0xFFFF,
                        in.getShort() & 0xFFFF);
        skip(in, 1);
        return picture(header, in, block - 14);
    }

    private static void requireLength(long length, ByteBuffer in) throws LinkException {
        if (length != in.limit()) {
            throw wrong("the record's length is not the one it tells");
        }
    }

    private static void skip(ByteBuffer in, int count) {
        if (count > in.remaining()) {
            throw new BufferUnderflowException();
        }
        in.position(in.position() + count);
    }

    private FingerImage picture(Header header, ByteBuffer in, long length) throws LinkException {
        if (header.w() < 1
                || header.h() < 1
                || header.w() > spec.width()
                || header.h() > spec.height()) {
            throw wrong(
                    "an image of %d × %d, the profile allows %d × %d"
                            .formatted(header.w(), header.h(), spec.width(), spec.height()));
        }
        if (header.depth() != 8 || header.dpi() < 200 || header.dpi() > 1_200) {
            throw wrong("an image of another depth or density than is read");
        }
        if (length < 1 || length > in.remaining()) {
            throw wrong("the image's length is not the one it tells");
        }
        byte[] data = new byte[(int) length];
        in.get(data);
        byte[] gray =
                switch (header.compression()) {
                    case 0 -> uncompressed(header, data);
                    case 4, 5 -> jpeg2000(header, data);
                    default ->
                            throw wrong(
                                    "compression %d (1 packed, 2 WSQ, 3 JPEG, 6 PNG) is not read"
                                            .formatted(header.compression()));
                };
        if (spec.inverted()) {
            for (int i = 0; i < gray.length; i++) {
                gray[i] = (byte) ~gray[i];
            }
        }
        return new FingerImage(header.w(), header.h(), header.dpi(), gray);
    }

    private static byte[] uncompressed(Header header, byte[] data) throws LinkException {
        if (data.length != header.w() * header.h()) {
            throw wrong("the image's length is not that of its size");
        }
        return data;
    }

    private static byte[] jpeg2000(Header header, byte[] data) throws LinkException {
        int side = Math.max(header.w(), header.h());
        switch (Jpeg2000.decode(data, side)) {
            case Jpeg2000.Refused(String reason) -> throw wrong("JPEG 2000: " + reason);
            case Jpeg2000.Decoded(var image) -> {
                Arrays.fill(data, (byte) 0);
                boolean same =
                        image.getWidth() == header.w()
                                && image.getHeight() == header.h()
                                && image.getRaster().getNumBands() == 1;
                if (!same) {
                    throw wrong("the picture is not of the size or kind that the record tells");
                }
                return (byte[])
                        image.getRaster().getDataElements(0, 0, header.w(), header.h(), null);
            }
        }
    }

    private static LinkException wrong(String detail) {
        return new LinkException(DeviceFault.PROTOCOL_ERROR, detail);
    }
}
