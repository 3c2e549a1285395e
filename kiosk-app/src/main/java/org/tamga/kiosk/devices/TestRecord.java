package org.tamga.kiosk.devices;

import java.time.Instant;
import java.util.Optional;
import org.tamga.devices.ports.DeviceFault;

/**
 * The result of a device's last self-test.
 *
 * @param fault what the device answered, with {@link Verdict#FAILED} only
 */
public record TestRecord(Verdict verdict, Optional<DeviceFault> fault, Instant at) {

    /** What came of a self-test. */
    public enum Verdict {
        PASSED,
        /** The device answered with a fault. */
        FAILED,
        /** The device answered, but the person who looked was not content. */
        REJECTED,
        SKIPPED
    }

    public boolean passed() {
        return verdict == Verdict.PASSED;
    }

    /** As journal and zero report name it: PASSED, REJECTED, SKIPPED or the fault's DV code. */
    public String result() {
        return fault.map(DeviceFault::code).orElseGet(verdict::name);
    }
}
