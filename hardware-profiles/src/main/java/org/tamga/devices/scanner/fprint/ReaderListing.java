package org.tamga.devices.scanner.fprint;

import java.util.List;
import org.tamga.devices.ports.DeviceFault;

/** Which of the attached readers libfprint has a driver for. */
public sealed interface ReaderListing {
    record Listed(List<KnownReader> readers) implements ReaderListing {
        public Listed {
            readers = List.copyOf(readers);
        }
    }

    /**
     * @param detail one English line
     */
    record Failed(DeviceFault fault, String detail) implements ReaderListing {}
}
