package org.tamga.devices.document;

import java.time.Duration;
import org.tamga.devices.link.LinkOpener;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.DocumentReader;

/** Document reader drivers. */
public final class DocumentReaders {
    private DocumentReaders() {}

    /**
     * A reader that sends each scan as lines of text.
     *
     * @param patience how long one scan may take from its first byte to its last
     */
    public static DocumentReader lines(DeviceInfo info, LinkOpener opener, Duration patience) {
        return new LinkDocumentReader(info, opener, patience, ScanBuffer::new);
    }

    /**
     * A reader that poses as a keyboard. It is taken from all other programs at once when it is
     * attached, else as soon as somebody asks for its presence: what it types reaches no window.
     *
     * @param opener of its input device
     * @param patience how long one scan may take from its first key to its last
     */
    public static DocumentReader wedge(DeviceInfo info, LinkOpener opener, Duration patience) {
        var reader = new LinkDocumentReader(info, opener, patience, KeyStrokes::new);
        reader.hold();
        return reader;
    }
}
