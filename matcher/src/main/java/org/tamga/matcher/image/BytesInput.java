package org.tamga.matcher.image;

import javax.imageio.stream.ImageInputStreamImpl;

/**
 * Image bytes for the JDK's plug-ins, without a copy and with a known length: plug-ins that know it
 * do not believe a header that announces more data than there is.
 */
public final class BytesInput extends ImageInputStreamImpl {
    private final byte[] bytes;

    /**
     * @param bytes read in place
     */
    public BytesInput(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() {
        bitOffset = 0;
        return streamPos >= bytes.length ? -1 : bytes[(int) streamPos++] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        bitOffset = 0;
        if (streamPos >= bytes.length) {
            return length == 0 ? 0 : -1;
        }
        int count = (int) Math.min(length, bytes.length - streamPos);
        System.arraycopy(bytes, (int) streamPos, into, offset, count);
        streamPos += count;
        return count;
    }

    @Override
    public long length() {
        return bytes.length;
    }
}
