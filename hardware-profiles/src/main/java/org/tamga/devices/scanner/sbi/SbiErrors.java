package org.tamga.devices.scanner.sbi;

import com.fasterxml.jackson.databind.JsonNode;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.DeviceFault;

/** The specification's error codes (section "Error Codes") as faults of ours. */
final class SbiErrors {
    private SbiErrors() {}

    /** Throws when an answer carries an error. */
    static void check(JsonNode answer) throws LinkException {
        JsonNode error = answer.path("error");
        String code = SbiJson.plain(error, "errorCode");
        boolean success = error.isMissingNode() || error.isNull() || code.equals("0");
        // Services leave the code empty when all is well.
        if (!success && !(code.isEmpty() && error.path("errorCode").asText("").isEmpty())) {
            throw of(code);
        }
    }

    static LinkException of(String code) {
        return switch (code) {
            case "101" -> fault(DeviceFault.TIMEOUT, "no finger", code);
            case "105" -> fault(DeviceFault.PLACE_AGAIN, "the finger lay askew", code);
            case "103" -> fault(DeviceFault.NOT_GENUINE, "the device was tampered with", code);
            case "100", "107" ->
                    fault(DeviceFault.NOT_GENUINE, "not registered, or its key expired", code);
            case "104" -> fault(DeviceFault.OFFLINE, "its management server is away", code);
            case "106", "202" -> fault(DeviceFault.UNPLUGGED, "no scanner is attached", code);
            default -> fault(DeviceFault.PROTOCOL_ERROR, "the service reports an error", code);
        };
    }

    private static LinkException fault(DeviceFault fault, String words, String code) {
        return new LinkException(fault, "%s (SBI error %s)".formatted(words, code));
    }

    static void checkStatus(String status) throws LinkException {
        switch (status.replace(" ", "")) {
            case "Ready" -> {}
            case "Busy" -> throw new LinkException(DeviceFault.BUSY, "the scanner is busy");
            case "NotRegistered" ->
                    throw new LinkException(
                            DeviceFault.NOT_GENUINE, "the scanner has no certificate");
            default -> throw new LinkException(DeviceFault.OFFLINE, "the scanner is not ready");
        }
    }
}
