package org.tamga.devices;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.link.LinkOpener;
import org.tamga.devices.link.Links;
import org.tamga.devices.link.SerialLine;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.profile.DeviceProfile;
import org.tamga.devices.profile.Kit;
import org.tamga.devices.profile.Protocol;
import org.tamga.devices.scanner.fprint.ReaderRule;

/**
 * A device's make and its place.
 *
 * @param at path, address or name, as the profile's transport wants it
 * @param trust chip readers: folder of trusted authorities; empty for others
 * @param token signing tokens: the token's own name; empty for the first one and for others
 * @param simulated true when a simulator stands at that place
 */
record Attachment(DeviceProfile profile, String at, String trust, String token, boolean simulated) {
    /** A simulator's place; its trusted authorities lie beside it. */
    static Attachment simulated(DeviceProfile profile, String at) {
        String token = Objects.requireNonNullElse(profile.transport().token(), "");
        return new Attachment(profile, at, at + "/trust", token, true);
    }

    /** What a kit says of a device, else its profile. */
    static Attachment of(Kit.KitDevice device, DeviceProfile profile, String at) {
        DeviceProfile.Transport usual = profile.transport();
        return new Attachment(
                profile,
                at,
                first(device.trust(), usual.trust()),
                first(device.token(), usual.token()),
                device.isSimulated());
    }

    private static String first(@Nullable String ofKit, @Nullable String ofProfile) {
        return ofKit != null ? ofKit : Objects.requireNonNullElse(ofProfile, "");
    }

    DeviceInfo info() {
        String id = at.isEmpty() ? profile.profile() : at;
        return new DeviceInfo(
                id, profile.profile(), profile.label(), simulated || profile.standsIn());
    }

    /** How long one answer may take: what the profile says, else {@code usualMs}. */
    Duration answerLimit(int usualMs) {
        return Duration.ofMillis(
                Objects.requireNonNullElse(profile.transport().answerMs(), usualMs));
    }

    boolean speaks(Protocol protocol) {
        return profile.transport().protocol() == protocol;
    }

    /** A serial line whose rate may have to be found out. */
    SerialLine line() {
        return SerialLine.at(
                Path.of(at),
                Objects.requireNonNull(profile.transport().baud()),
                Boolean.TRUE.equals(profile.transport().detectBaud()),
                answerLimit(2_000));
    }

    LinkOpener link() {
        return switch (profile.transport().kind()) {
            case SERIAL ->
                    Links.serial(Path.of(at), Objects.requireNonNull(profile.transport().baud()));
            case CHARACTER_DEVICE -> Links.characterDevice(Path.of(at));
            case INPUT_EVENTS -> Links.inputDevice(Path.of(at), simulated);
            default -> throw new IllegalStateException(profile.profile() + " has no byte link");
        };
    }

    /** A socket in place of a reader is for what calls itself simulated, never for a real make. */
    ReaderRule reader() {
        String socket = info().simulated() ? at : "";
        DeviceProfile.Match match = profile.match();
        return match == null
                ? new ReaderRule(List.of(), "", socket)
                : new ReaderRule(
                        Objects.requireNonNullElse(match.usb(), List.of()),
                        Objects.requireNonNullElse(match.driver(), ""),
                        socket);
    }
}
