package org.tamga.devices.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.ports.FingerImage;

/** What a simulated scanner service says of itself and of a finger, signed, and its lies. */
final class SbiAnswers {
    private static final String SERIAL = "SIMULATED00001";
    private static final Duration JUMP = Duration.ofHours(2);

    private final ObjectMapper json = new ObjectMapper();
    private final FaultScript script;
    private final SbiKeys keys;
    private final boolean old;
    private final int port;
    private @Nullable SbiKeys stranger;

    /**
     * @param keys a station trusts their provider
     * @param old version 0.9.5
     * @param port where the service listens
     */
    SbiAnswers(FaultScript script, SbiKeys keys, boolean old, int port) {
        this.script = script;
        this.keys = keys;
        this.old = old;
        this.port = port;
    }

    ObjectNode discovered() {
        ObjectNode device = described();
        device.put(
                "digitalId",
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(identity().toString().getBytes(StandardCharsets.UTF_8)));
        return error(device, script.plays(SimulatedFault.UNPLUGGED) ? "106" : "0");
    }

    ObjectNode information() throws IOException {
        ObjectNode device = described().put("env", "Developer").put("firmware", "1.0");
        device.put("digitalId", signed(identity()));
        return error(json.createObjectNode().put("deviceInfo", signed(device)), "0");
    }

    /** No image: the interface's error code says why. */
    ObjectNode refused(String code) {
        ObjectNode answer = json.createObjectNode();
        error(biometric(answer), code);
        return answer;
    }

    ObjectNode captured(JsonNode asked, FingerImage image) throws IOException {
        ObjectNode answer = json.createObjectNode();
        ObjectNode first = biometric(answer);
        first.put("data", signed(data(asked, record(image))));
        first.put("hash", "");
        error(first, "0");
        return answer;
    }

    private static ObjectNode biometric(ObjectNode answer) {
        return answer.putArray("biometrics").addObject().put("specVersion", "1.0");
    }

    private ObjectNode described() {
        ObjectNode device = json.createObjectNode();
        device.put(old ? "deviceId" : "serialNo", SERIAL)
                .put("deviceStatus", script.plays(SimulatedFault.OFFLINE) ? "Not Ready" : "Ready")
                .put("certification", "SBI 1.0")
                .put("serviceVersion", "1.0")
                .put("callbackId", "http://127.0.0.1:" + port + "/")
                .put("purpose", "Registration");
        device.putArray("deviceSubId").add(0);
        device.putArray("specVersion").add(old ? "0.9.5" : "1.0");
        return device;
    }

    private ObjectNode identity() {
        return json.createObjectNode()
                .put("serialNo", SERIAL)
                .put("make", "Tamga")
                .put("model", "simulated")
                .put("type", "Finger")
                .put("deviceSubType", "Single")
                .put("deviceProvider", "Tamga")
                .put("deviceProviderId", "TAMGA.SIMULATED")
                .put("dateTime", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
    }

    private ObjectNode data(JsonNode asked, byte[] record) throws IOException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Instant told = script.plays(SimulatedFault.CLOCK_JUMP) ? now.minus(JUMP) : now;
        return json.createObjectNode()
                .put("digitalId", signed(identity()))
                .put("deviceServiceVersion", "1.0")
                .put("bioType", "Finger")
                .put("bioSubType", "UNKNOWN")
                .put("purpose", "Registration")
                .put("env", asked.path("env").asText())
                .put("bioValue", Base64.getUrlEncoder().withoutPadding().encodeToString(record))
                .put("transactionId", asked.path("transactionId").asText())
                .put("timestamp", told.toString())
                .put("requestedScore", "40.0")
                .put("qualityScore", "80.0");
    }

    private byte[] record(FingerImage image) {
        Optional<SimulatedFault> fault = script.standing();
        if (fault.isEmpty()) {
            return FingerRecords.jpeg2000(image);
        }
        return switch (fault.get()) {
            case WRONG_LENGTH -> FingerRecords.cutShort(FingerRecords.jpeg2000(image));
            case HUGE_IMAGE -> FingerRecords.claimingToBeHuge(FingerRecords.jpeg2000(image));
            case PARTIAL_FINGER, WET_FINGER, DRY_FINGER -> worn(image, fault.get());
            case BLACK_IMAGE -> {
                byte[] black = new byte[image.width() * image.height()];
                yield FingerRecords.jpeg2000(
                        new FingerImage(image.width(), image.height(), image.dpi(), black));
            }
            default -> FingerRecords.jpeg2000(image);
        };
    }

    private static byte[] worn(FingerImage image, SimulatedFault fault) {
        try (FingerImage worn = SkinCondition.of(fault).applyTo(image)) {
            return FingerRecords.jpeg2000(worn);
        }
    }

    private String signed(JsonNode payload) throws IOException {
        SbiKeys signer = script.plays(SimulatedFault.FORGED) ? stranger() : keys;
        return signer.signed(json.writeValueAsBytes(payload));
    }

    private synchronized SbiKeys stranger() {
        SbiKeys known = stranger;
        if (known == null) {
            known = new SbiKeys();
            stranger = known;
        }
        return known;
    }

    private static ObjectNode error(ObjectNode answer, String code) {
        answer.putObject("error").put("errorCode", code).put("errorInfo", "");
        return answer;
    }
}
