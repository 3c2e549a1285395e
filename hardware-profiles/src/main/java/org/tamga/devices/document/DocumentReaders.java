package org.tamga.devices.document;

import org.tamga.devices.link.LinkOpener;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.DocumentReader;

/** Document reader drivers. */
public final class DocumentReaders {
    private DocumentReaders() {}

    /** A reader that sends each scan as lines of text. */
    public static DocumentReader lines(DeviceInfo info, LinkOpener opener) {
        return new LineDocumentReader(info, opener);
    }
}
