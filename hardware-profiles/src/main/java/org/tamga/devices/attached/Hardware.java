package org.tamga.devices.attached;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tamga.devices.camera.mjpeg.CameraAddress;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.printer.cups.CupsQueue;
import org.tamga.devices.profile.DeviceProfile;

/**
 * Tells a device from what stands in for one, by what is really at its place: the one judgement
 * behind "a kit opens hardware only, unless the device is called simulated", and so behind KA-04.
 * Whoever rules the machine can deceive it, with a kernel module or a gadget on the bus.
 */
public final class Hardware {
    /** The name of the reader that the virtual smart card driver brings. */
    private static final String VIRTUAL_CARD_READER = "Virtual PCD 00 00";

    private static final int TYPE_OF_FILE = 0xF000;
    private static final int CHARACTER_DEVICE = 0x2000;

    private final Path sys;
    private final Path dev;

    /**
     * @param sys {@code /sys} or a folder laid out like it
     * @param dev {@code /dev}
     */
    public Hardware(Path sys, Path dev) {
        this.sys = sys;
        this.dev = dev;
    }

    public static Hardware ofThisMachine() {
        return new Hardware(Path.of("/sys"), Path.of("/dev"));
    }

    /**
     * Why what is at that place now is no hardware, one English line; empty where it is hardware,
     * where nothing is, and where the driver itself asks for proof (scanner services, key files).
     */
    public Optional<String> objection(DeviceProfile profile, String at) {
        return switch (profile.transport().kind()) {
            case SERIAL, CHARACTER_DEVICE -> node(at, dev);
            case INPUT_EVENTS -> node(at, dev.resolve("input"));
            case VIDEO -> at.contains("%") ? Optional.of(at + " are pictures") : node(at, dev);
            case SYSFS -> power(at);
            case MJPEG -> camera(at);
            case CUPS -> queue(at);
            case PCSC -> cardReader(at);
            case PKCS11 -> library(at);
            case LIBFPRINT, SBI, PKCS12, SIMULATED, FOLDER -> Optional.empty();
        };
    }

    /** A device file that the kernel made for something on a bus. */
    private Optional<String> node(String at, Path folder) {
        Path path = Path.of(at);
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        // What was pulled out meanwhile leaves nothing that could be objected to.
        return judged(at, path, folder).filter(why -> Files.exists(path));
    }

    private Optional<String> judged(String at, Path path, Path folder) {
        try {
            Path real = path.toRealPath();
            if (!real.startsWith(folder) || real.startsWith(dev.resolve("pts"))) {
                return Optional.of(at + " leads to " + real);
            }
            int mode = (int) Files.getAttribute(real, "unix:mode");
            if ((mode & TYPE_OF_FILE) != CHARACTER_DEVICE) {
                return Optional.of(at + " is no device file");
            }
            return bus((long) Files.getAttribute(real, "unix:rdev"))
                    ? Optional.empty()
                    : Optional.of("the kernel knows no hardware behind " + at);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(at + " cannot be looked at");
        }
    }

    /**
     * @param number of a device file, as Linux packs major and minor number into it
     */
    private boolean bus(long number) throws IOException {
        long major = (number >>> 8 & 0xFFF) | (number >>> 32 & 0xFFFFF000L);
        long minor = (number & 0xFF) | (number >>> 12 & 0xFFFFFF00L);
        Path known = sys.resolve("dev/char/" + major + ":" + minor);
        return Files.exists(known)
                && !known.toRealPath().startsWith(sys.toRealPath().resolve("devices/virtual"));
    }

    private Optional<String> power(String at) {
        Path described = sys.resolve("class/power_supply");
        return Files.exists(Path.of(at)) && !isSame(Path.of(at), described)
                ? Optional.of(at + " is not " + described)
                : Optional.empty();
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<String> camera(String at) {
        try {
            InetAddress host = CameraAddress.of(at).host();
            boolean here =
                    host.isLoopbackAddress()
                            || host.isAnyLocalAddress()
                            || NetworkInterface.getByInetAddress(host) != null;
            return here ? Optional.of(at + " is this machine itself") : Optional.empty();
        } catch (LinkException e) {
            // Nothing is there that could be opened.
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("this machine's own addresses are not known");
        }
    }

    private static Optional<String> queue(String at) {
        try {
            return CupsQueue.of(at).isOfTheSystem()
                    ? Optional.empty()
                    : Optional.of(at + " is not the system's own print service");
        } catch (LinkException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> cardReader(String at) {
        if (at.startsWith("/")) {
            return Optional.of(at + " is not the system's own smart card service");
        }
        return Pattern.compile(at).matcher(VIRTUAL_CARD_READER).find()
                ? Optional.of("\"%s\" also names the virtual card reader".formatted(at))
                : Optional.empty();
    }

    private static Optional<String> library(String at) {
        try {
            String real = Path.of(at).toRealPath().toString();
            return real.toLowerCase(Locale.ROOT).contains("softhsm")
                    ? Optional.of(real + " is a token of software")
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
