package org.tamga.matcher.exchange;

import java.util.List;

/** One standard's layout of a finger minutiae record, through the FingerprintIO library. */
interface FmrCodec {
    /** Unit of its angles. */
    FmrUnits units();

    /**
     * Views in the order of the file.
     *
     * @throws com.machinezoo.fingerprintio.TemplateFormatException when the bytes are not such a
     *     record
     */
    List<FmrView> read(byte[] bytes);

    /**
     * A file of these views.
     *
     * @param views of one finger together, numbered from 0
     * @throws com.machinezoo.fingerprintio.TemplateFormatException when the standard cannot hold
     *     them
     */
    byte[] write(List<FmrView> views);
}
