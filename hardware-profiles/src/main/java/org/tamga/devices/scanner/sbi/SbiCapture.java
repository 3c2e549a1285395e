package org.tamga.devices.scanner.sbi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.DeviceFault;

/**
 * One registration capture (RCAPTURE): its request, and what must hold of the answer. The hash that
 * chains captures lies outside of the signature and is not relied upon.
 */
final class SbiCapture {
    private static final Duration MOST_SKEW = Duration.ofMinutes(2);
    private static final String HASH_OF_NOTHING =
            "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855";

    private final SbiJson json;
    private final DeviceTrust trust;
    private final SbiDevice device;
    private final String transactionId = UUID.randomUUID().toString();

    SbiCapture(SbiJson json, DeviceTrust trust, SbiDevice device) {
        this.json = json;
        this.trust = trust;
        this.device = device;
    }

    /**
     * @param requestedScore quality, 0 … 100, from which on the service need not wait for better
     */
    byte[] request(Duration timeout, int requestedScore, Instant now) {
        ObjectNode request = json.mapper().createObjectNode();
        request.put("env", device.env())
                .put("purpose", "Registration")
                .put("specVersion", device.specVersion())
                .put("timeout", timeout.toMillis())
                .put("captureTime", now.truncatedTo(ChronoUnit.MILLIS).toString())
                .put("transactionId", transactionId);
        ObjectNode finger = request.putArray("bio").addObject();
        finger.put("type", "Finger").put("count", 1);
        finger.putArray("bioSubType").add("UNKNOWN");
        finger.putArray("exception");
        finger.put("requestedScore", requestedScore)
                .put("deviceSubId", device.deviceSubId())
                .put("previousHash", HASH_OF_NOTHING);
        if (!device.specVersion().equals("0.9.5")) {
            finger.put("serialNo", device.serialNo());
        }
        if (!device.deviceId().isEmpty()) {
            finger.put("deviceId", device.deviceId());
        }
        request.putObject("customOpts");
        return json.write(request);
    }

    /** The ISO 19794-4 record of an answer that is signed, ours and of now. */
    byte[] record(byte[] answer, Instant now) throws LinkException {
        JsonNode tree = json.read(answer);
        if (tree.isArray()) {
            // A service in use answers with its device information instead.
            throw new LinkException(DeviceFault.BUSY, "the scanner is busy");
        }
        SbiErrors.check(tree);
        JsonNode first = tree.path("biometrics").path(0);
        SbiErrors.check(first);
        JsonNode data = json.read(trust.verified(first.path("data").asText("")));
        checkIdentity(data.path("digitalId").asText(""));
        return record(data, now);
    }

    /** The scanner's own identity, signed too, must be that of the scanner that was found. */
    private void checkIdentity(String digitalId) throws LinkException {
        String serial = SbiJson.plain(json.read(trust.verified(digitalId)), "serialNo");
        if (!serial.equals(device.serialNo())) {
            throw new LinkException(
                    DeviceFault.NOT_GENUINE, "the image is of another scanner than the one found");
        }
    }

    /**
     * @param data the block under the signature
     */
    byte[] record(JsonNode data, Instant now) throws LinkException {
        if (!data.path("transactionId").asText("").equals(transactionId)) {
            throw wrong("the answer is of another transaction");
        }
        boolean ours =
                SbiJson.plain(data, "bioType").equals("Finger")
                        && SbiJson.plain(data, "purpose").equals("Registration");
        if (!ours) {
            throw wrong("the answer is not a finger for registration");
        }
        Duration skew = Duration.between(time(data), now).abs();
        if (skew.compareTo(MOST_SKEW) > 0) {
            throw new LinkException(
                    DeviceFault.CLOCK_SKEWED,
                    "the scanner's clock is %d s off".formatted(skew.toSeconds()));
        }
        try {
            return Base64.getUrlDecoder().decode(data.path("bioValue").asText(""));
        } catch (IllegalArgumentException e) {
            throw wrong("the image is not base64url");
        }
    }

    private static Instant time(JsonNode data) throws LinkException {
        try {
            return OffsetDateTime.parse(data.path("timestamp").asText("")).toInstant();
        } catch (DateTimeParseException e) {
            throw wrong("the time of capture cannot be read");
        }
    }

    String transactionId() {
        return transactionId;
    }

    private static LinkException wrong(String detail) {
        return new LinkException(DeviceFault.PROTOCOL_ERROR, detail);
    }
}
