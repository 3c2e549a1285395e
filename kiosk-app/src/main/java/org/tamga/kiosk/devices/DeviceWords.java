package org.tamga.kiosk.devices;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalInt;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.PowerState;
import org.tamga.devices.ports.Presence;
import org.tamga.devices.profile.DeviceClass;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.shell.Level;

/** Words and colours for what is known of a device. */
public final class DeviceWords {

    private final DateTimeFormatter time;

    public DeviceWords(ZoneId zone) {
        this.time = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(zone);
    }

    static Message name(DeviceState state) {
        return Message.of(DeviceLook.nameKey(state.device()));
    }

    /** Its make, without the word that the badge beside it says in the reader's language. */
    static String make(DeviceState state) {
        String label = state.info().label();
        return state.info().simulated() ? label.replaceFirst("^SIMULATED ", "") : label;
    }

    static Message presence(DeviceState state) {
        return state.presence()
                .map(seen -> words(state.device(), seen))
                .orElseGet(() -> Message.of("devices.presence.unknown"));
    }

    private static Message words(DeviceClass device, Presence presence) {
        return switch (presence) {
            case Presence.Attached() -> Message.of("devices.presence.attached");
            case Presence.Absent(DeviceFault fault, _) ->
                    DeviceLook.canBeMissed(device)
                            ? Message.ofCode(fault.code())
                            : Message.of("devices.power.unknown");
        };
    }

    Message test(DeviceState state) {
        return state.test().map(this::test).orElseGet(() -> Message.of("devices.untested"));
    }

    private Message test(TestRecord test) {
        return Message.of("devices.at", verdict(test), clock(test.at()));
    }

    private static Message verdict(TestRecord test) {
        return test.fault()
                .map(fault -> Message.ofCode(fault.code()))
                .orElseGet(() -> Message.of("devices.verdict." + test.verdict()));
    }

    Message trouble(DeviceState state) {
        return state.trouble()
                .map(
                        last ->
                                Message.of(
                                        "devices.at",
                                        Message.ofCode(last.fault().code()),
                                        clock(last.at())))
                .orElseGet(() -> Message.of("devices.noTrouble"));
    }

    private String clock(Instant at) {
        return time.format(at);
    }

    /** How the device stands in the list. */
    static Level level(DeviceState state) {
        Level bad = DeviceLook.needed(state.device()) ? Level.BAD : Level.WARNING;
        if (state.fault().isPresent()) {
            return bad;
        }
        return state.test()
                .map(
                        test ->
                                switch (test.verdict()) {
                                    case PASSED -> Level.GOOD;
                                    case REJECTED -> bad;
                                    // Not tried, or the fault is over: to be tested anew.
                                    case PRESENT, FAILED, SKIPPED -> Level.UNKNOWN;
                                })
                .orElse(Level.UNKNOWN);
    }

    /** One line for the list. */
    static Message brief(DeviceState state) {
        if (state.isAbsent()) {
            return Message.of("devices.presence.absent");
        }
        return state.fault()
                .map(fault -> Message.of("status.fault", fault.code()))
                .or(() -> state.test().map(DeviceWords::brief))
                .orElseGet(() -> Message.of("devices.untested"));
    }

    private static Message brief(TestRecord test) {
        return Message.of(
                test.verdict() == TestRecord.Verdict.PRESENT
                        ? "devices.presence.attached"
                        : "devices.verdict." + test.verdict());
    }

    /** What the device that is being tried showed. */
    static Message seen(Seen seen) {
        return switch (seen) {
            case Seen.Frame(int width, int height) ->
                    Message.of("devices.seen.frame", width, height);
            case Seen.Finger(int width, int height, double dpi) ->
                    Message.of("devices.seen.finger", width, height, Math.round(dpi));
            case Seen.Document(int lines, Seen.Zone zone) ->
                    Message.of("devices.seen.document", lines, Message.of("devices.zone." + zone));
            case Seen.LinesRead() -> Message.of("devices.seen.lines");
            case Seen.Chip(String protocol, Seen.Trust trust) ->
                    Message.of("devices.seen.chip", protocol, Message.of("devices.trust." + trust));
            case Seen.Printed() -> Message.of("devices.seen.printed");
            case Seen.Attached() -> Message.of("devices.seen.attached");
            case Seen.Power(PowerState state) -> power(state);
            case Seen.Failed(DeviceFault fault) -> Message.ofCode(fault.code());
        };
    }

    private static Message power(PowerState state) {
        return switch (state) {
            case PowerState.Mains(OptionalInt percent) ->
                    percent.isPresent()
                            ? Message.of("devices.power.mainsBattery", percent.getAsInt())
                            : Message.of("devices.power.mains");
            case PowerState.Battery(int percent) -> Message.of("devices.power.battery", percent);
            case PowerState.Unknown _ -> Message.of("devices.power.unknown");
        };
    }

    /** What a person is to do so that the device can show something. */
    static Message instruction(DeviceState state) {
        return Message.of("devices.guide." + state.device());
    }

    static Optional<Message> action(DeviceState state) {
        return switch (state.device()) {
            case FINGER_SCANNER, DOCUMENT_READER, CHIP_READER, RECEIPT_PRINTER, PAGE_PRINTER ->
                    Optional.of(Message.of("devices.try." + state.device()));
            case CAMERA, SIGNING_TOKEN, POWER_SUPPLY -> Optional.empty();
        };
    }
}
