package org.tamga.devices.link;

import java.nio.file.Path;
import org.tamga.devices.ports.DeviceFault;

/** The system's error numbers that say why a device cannot be used. Source: errno(3), Linux. */
final class Errno {
    static final int EINTR = 4;
    static final int EAGAIN = 11;
    static final int EBUSY = 16;
    static final int ENOTTY = 25;

    private static final int EPERM = 1;
    private static final int ENOENT = 2;
    private static final int EIO = 5;
    private static final int ENXIO = 6;
    private static final int EACCES = 13;
    private static final int ENODEV = 19;
    private static final int EISDIR = 21;

    private Errno() {}

    /**
     * Why a device could not be opened that stood there a moment before.
     *
     * @param kind what it should be, e.g. {@code serial line}
     */
    static LinkException cannotOpen(Path path, String kind, int error) {
        return switch (error) {
            case EPERM, EACCES ->
                    new LinkException(DeviceFault.NO_PERMISSION, "no right to use " + path);
            case ENOENT, ENXIO, ENODEV ->
                    new LinkException(DeviceFault.NOT_FOUND, "nothing is attached at " + path);
            case ENOTTY, EISDIR ->
                    new LinkException(DeviceFault.NOT_FOUND, path + " is not a " + kind);
            case EBUSY, EAGAIN ->
                    new LinkException(DeviceFault.BUSY, path + " is taken by another program");
            case EIO ->
                    new LinkException(
                            DeviceFault.PROTOCOL_ERROR, path + " fails with an input/output error");
            default ->
                    new LinkException(
                            DeviceFault.PROTOCOL_ERROR,
                            "%s cannot be opened, system error %d".formatted(path, error));
        };
    }
}
