package org.tamga.devices.link;

import java.nio.file.Path;
import org.tamga.devices.ports.DeviceFault;

/** The system's error numbers that say why a device cannot be used. Source: errno(3), Linux. */
final class Errno {
    static final int EINTR = 4;
    static final int EAGAIN = 11;
    static final int EBUSY = 16;

    private static final int EPERM = 1;
    private static final int ENOENT = 2;
    private static final int ENXIO = 6;
    private static final int EACCES = 13;
    private static final int ENODEV = 19;

    private Errno() {}

    /** Why a device could not be opened that stood there a moment before. */
    static LinkException cannotOpen(Path path, int error) {
        DeviceFault fault =
                switch (error) {
                    case EPERM, EACCES -> DeviceFault.NO_PERMISSION;
                    case ENOENT, ENXIO, ENODEV -> DeviceFault.NOT_FOUND;
                    default -> DeviceFault.BUSY;
                };
        return new LinkException(
                fault, "%s cannot be opened, system error %d".formatted(path, error));
    }
}
