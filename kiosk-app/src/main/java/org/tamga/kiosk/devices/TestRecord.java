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
        /** The device was used and did what it is for, as far as that goes without a person. */
        PASSED,
        /** It is attached and was not used: only a document, a PIN or a job would try it. */
        PRESENT,
        /** The device answered with a fault. */
        FAILED,
        /** The device answered, but the person who looked was not content. */
        REJECTED,
        SKIPPED
    }

    /** Nothing wrong was found; whether it was used at all the {@link #verdict} tells. */
    public boolean passed() {
        return verdict == Verdict.PASSED || verdict == Verdict.PRESENT;
    }

    /**
     * As journal and zero report name it: PASSED, PRESENT, REJECTED, SKIPPED or the fault's DV
     * code.
     */
    public String result() {
        return fault.map(DeviceFault::code).orElseGet(verdict::name);
    }
}
