package org.tamga.devices.profile;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What a place must look like for a way of reaching devices; the schema knows only its length. */
final class Places {
    private static final Pattern SERVICE_PORTS =
            Pattern.compile("45\\d\\d-4[56]\\d\\d +/.+|45\\d\\d +/.+");
    private static final Pattern QUEUE = Pattern.compile("[A-Za-z0-9_.-]+|ipp://\\S+");

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
            case MJPEG -> must(isHttp(at), at, "is no http:// address");
            case SBI ->
                    must(SERVICE_PORTS.matcher(at).matches(), at, "is not like 4501-4600 /FILE");
            case CUPS -> must(QUEUE.matcher(at).matches(), at, "is no name of a queue");
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

    private static boolean isHttp(String at) {
        try {
            URI address = URI.create(at);
            return "http".equals(address.getScheme()) && address.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
