package org.tamga.devices.profile;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.tamga.devices.camera.mjpeg.CameraAddress;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.printer.cups.CupsQueue;
import org.tamga.devices.scanner.sbi.SbiAddress;

/** What a place must look like for a way of reaching devices; the schema knows only its length. */
final class Places {
    private Places() {}

    /**
     * One English line, or empty when a device of that profile may be there.
     *
     * @param simulated whether a simulator may be there instead
     */
    static Optional<String> problem(DeviceProfile profile, String at, boolean simulated) {
        return switch (profile.transport().kind()) {
            case SERIAL, CHARACTER_DEVICE, INPUT_EVENTS, SYSFS, PKCS11, PKCS12 ->
                    must(at.startsWith("/"), at, "is not the full path of a file");
            case LIBFPRINT -> must(simulated, at, "is a place, but USB readers have none to name");
            case SIMULATED -> Optional.of(at + " is a place, but simulators have none");
            case PCSC ->
                    at.startsWith("/")
                            ? must(simulated, at, "is a simulator's folder, not a reader's name")
                            : pattern(at);
            case MJPEG -> problem(() -> CameraAddress.of(at));
            case SBI -> problem(() -> SbiAddress.of(at));
            case CUPS -> problem(() -> CupsQueue.of(at));
            case VIDEO ->
                    must(
                            simulated || (at.startsWith("/dev/") && !at.contains("%")),
                            at,
                            "is not the full path of a device under /dev");
            case FOLDER -> Optional.empty();
        };
    }

    private static Optional<String> must(boolean holds, String at, String otherwise) {
        return holds ? Optional.empty() : Optional.of(at + " " + otherwise);
    }

    private static Optional<String> pattern(String at) {
        try {
            Pattern.compile(at);
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of(at + " is no regular expression: " + e.getDescription());
        }
    }

    /** What the driver itself will make of the place. */
    private interface Parser {
        Object parse() throws LinkException;
    }

    private static Optional<String> problem(Parser parser) {
        try {
            Object unused = parser.parse();
            return Optional.empty();
        } catch (LinkException e) {
            return Optional.of(e.detail());
        }
    }
}
