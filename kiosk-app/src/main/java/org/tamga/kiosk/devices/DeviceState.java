package org.tamga.kiosk.devices;

import java.time.Instant;
import java.util.Optional;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.Presence;
import org.tamga.devices.profile.DeviceClass;

/**
 * A device as it is known at this moment.
 *
 * @param presence empty before the first look
 * @param test the last self-test, empty before the first
 * @param trouble the last error, also when it is over
 */
public record DeviceState(
        DeviceClass device,
        DeviceInfo info,
        Optional<Presence> presence,
        Optional<TestRecord> test,
        Optional<Trouble> trouble) {

    /**
     * An error of a device.
     *
     * @param stands false once the device has worked again
     */
    public record Trouble(DeviceFault fault, Instant at, boolean stands) {}

    static DeviceState unknown(DeviceClass device, DeviceInfo info) {
        return new DeviceState(device, info, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What was pulled out and plugged in again may be another one: its test no longer counts. */
    DeviceState with(Presence now) {
        boolean cameBack = isAbsent() && now instanceof Presence.Attached;
        return new DeviceState(
                device, info, Optional.of(now), cameBack ? Optional.empty() : test, trouble);
    }

    DeviceState with(TestRecord last) {
        return new DeviceState(device, info, presence, Optional.of(last), trouble);
    }

    DeviceState failing(DeviceFault fault, Instant at) {
        return new DeviceState(
                device, info, presence, test, Optional.of(new Trouble(fault, at, true)));
    }

    DeviceState working() {
        return new DeviceState(
                device,
                info,
                presence,
                test,
                trouble.map(last -> new Trouble(last.fault(), last.at(), false)));
    }

    /** True when it is known not to be attached. */
    public boolean isAbsent() {
        return absence().isPresent();
    }

    private Optional<DeviceFault> absence() {
        return presence.filter(seen -> DeviceLook.canBeMissed(device))
                .filter(Presence.Absent.class::isInstance)
                .map(Presence.Absent.class::cast)
                .map(Presence.Absent::fault);
    }

    /** What stands in the way of using it, as far as is known. */
    public Optional<DeviceFault> fault() {
        return absence().or(() -> trouble.filter(Trouble::stands).map(Trouble::fault));
    }

    /**
     * Whether the last self-test found nothing wrong and nothing has happened to the device since.
     */
    public boolean passed() {
        return test.filter(TestRecord::passed).isPresent() && fault().isEmpty();
    }

    /** Whether the last self-test saw only that it is attached. */
    public boolean isOnlyPresent() {
        return test.filter(last -> last.verdict() == TestRecord.Verdict.PRESENT).isPresent();
    }

    /** Whether the last self-test used it, and it did or did not do. */
    boolean isTried() {
        return test.map(TestRecord::verdict)
                .filter(
                        verdict ->
                                verdict == TestRecord.Verdict.PASSED
                                        || verdict == TestRecord.Verdict.REJECTED)
                .isPresent();
    }

    /** Whether nobody has tested it yet. */
    public boolean isUntested() {
        return test.isEmpty();
    }
}
