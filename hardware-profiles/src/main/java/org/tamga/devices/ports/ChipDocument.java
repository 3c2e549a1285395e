package org.tamga.devices.ports;

import java.util.List;
import java.util.Optional;

/**
 * What a chip holds. Closing wipes the portrait.
 *
 * @param mrzLines the machine-readable zone of data group 1: two lines of 44 or 36, or three of 30
 *     characters
 * @param portrait data group 2, when the chip has one that can be decoded
 * @param protocol how the chip was opened: {@code PACE} or {@code BAC}; followed by {@code +AA} or
 *     {@code +CA} when it proved by active or chip authentication that it is no copy (ICAO 9303
 *     part 11, clause 6); a chip that is proven to be a copy is {@link Authenticity.Altered}
 */
public record ChipDocument(
        List<String> mrzLines,
        Optional<CameraImage> portrait,
        Authenticity authenticity,
        String protocol)
        implements AutoCloseable {
    public ChipDocument {
        mrzLines = List.copyOf(mrzLines);
    }

    @Override
    public void close() {
        portrait.ifPresent(CameraImage::close);
    }

    /** Personal data: only the shape is text. */
    @Override
    public String toString() {
        return "ChipDocument[%d lines, %s]".formatted(mrzLines.size(), protocol);
    }
}
