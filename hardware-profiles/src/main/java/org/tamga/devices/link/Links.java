package org.tamga.devices.link;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.Presence;

/** Ways to reach a device. */
public final class Links {
    private static final int BITS_A_BYTE = 10;

    private Links() {}

    /**
     * A serial line, 8 data bits, no parity, one stop bit.
     *
     * @param path e.g. {@code /dev/ttyUSB0}; a pseudo-terminal is as good
     * @param baud 1,200 … 115,200
     */
    public static LinkOpener serial(Path path, int baud) {
        LinkOpener opener = at(path, present -> SerialLink.open(present, baud));
        return new LinkOpener() {
            @Override
            public ByteLink open() throws LinkException {
                return opener.open();
            }

            @Override
            public Presence presence() {
                return opener.presence();
            }

            @Override
            public int bytesPerSecond() {
                return baud / BITS_A_BYTE;
            }
        };
    }

    /** A character device that takes and gives raw bytes, e.g. {@code /dev/usb/lp0}. */
    public static LinkOpener characterDevice(Path path) {
        return at(path, CharacterDeviceLink::open);
    }

    /**
     * A Linux input device, e.g. {@code /dev/input/by-id/…-event-kbd}, which is taken away from all
     * other programs while it is open.
     *
     * @param pipe whether a simulator's pipe stands there, which is nobody else's anyway
     */
    public static LinkOpener inputDevice(Path path, boolean pipe) {
        return at(path, Files::isReadable, present -> InputDevice.open(present, !pipe));
    }

    private interface Opening {
        ByteLink open(Path present) throws LinkException;
    }

    private static LinkOpener at(Path path, Opening opening) {
        return at(path, file -> Files.isReadable(file) && Files.isWritable(file), opening);
    }

    private static LinkOpener at(Path path, Predicate<Path> allowed, Opening opening) {
        return new LinkOpener() {
            @Override
            public ByteLink open() throws LinkException {
                return opening.open(present(path, allowed));
            }

            @Override
            public Presence presence() {
                try {
                    present(path, allowed);
                    return new Presence.Attached();
                } catch (LinkException e) {
                    return new Presence.Absent(e.fault(), e.detail());
                }
            }
        };
    }

    private static Path present(Path path, Predicate<Path> allowed) throws LinkException {
        if (!Files.exists(path)) {
            throw new LinkException(DeviceFault.NOT_FOUND, "nothing is attached at " + path);
        }
        if (!allowed.test(path)) {
            throw new LinkException(DeviceFault.NO_PERMISSION, "no right to use " + path);
        }
        return path;
    }
}
