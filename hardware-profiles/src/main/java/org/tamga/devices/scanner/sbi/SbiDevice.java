package org.tamga.devices.scanner.sbi;

/**
 * A scanner that a service offers.
 *
 * @param port of the service
 * @param infoVerb the verb of its version of the interface for device information
 * @param specVersion which version it speaks
 * @param serialNo as printed on it; from its signed information once that was read, before that
 *     empty where discovery does not tell it
 * @param deviceId the service's own name of it (0.9.5); empty in 1.0
 * @param deviceSubId part of the scanner, 0 when there are no parts
 * @param env the environment that it was registered for; empty until its signed information was
 *     read
 */
record SbiDevice(
        int port,
        String infoVerb,
        String specVersion,
        String serialNo,
        String deviceId,
        int deviceSubId,
        String env) {

    SbiDevice identified(String signedSerialNo, String registeredFor) {
        return new SbiDevice(
                port, infoVerb, specVersion, signedSerialNo, deviceId, deviceSubId, registeredFor);
    }
}
