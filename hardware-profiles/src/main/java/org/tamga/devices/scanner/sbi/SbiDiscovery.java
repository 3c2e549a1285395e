package org.tamga.devices.scanner.sbi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceFault;

/**
 * Finds the service and its scanner. Version 1.0 names the verbs SBIDISC and SBIINFO, 0.9.5 and
 * most services in use name them MOSIPDISC and MOSIPDINFO: each port is asked in both ways. The
 * address that a service names for calling it back is not followed: it stays where it was found.
 */
final class SbiDiscovery {
    private static final String PRODUCTION = "Production";
    private static final Duration ANSWER = Duration.ofSeconds(3);
    private static final List<Verbs> VERSIONS =
            List.of(new Verbs("SBIDISC", "SBIINFO"), new Verbs("MOSIPDISC", "MOSIPDINFO"));

    private record Verbs(String discovery, String info) {}

    private final SbiHttp http;
    private final SbiJson json;
    private final DeviceTrust trust;
    private final boolean simulated;

    /**
     * @param simulated whether a scanner that is registered for tests will do
     */
    SbiDiscovery(SbiHttp http, SbiJson json, DeviceTrust trust, boolean simulated) {
        this.simulated = simulated;
        this.http = http;
        this.json = json;
        this.trust = trust;
    }

    /**
     * The first scanner for fingers that is ready to give images. Who is silent leaves time for the
     * ports after it.
     *
     * @param known port that is asked first, where the scanner was last; 0 when not known
     * @param deadline {@link System#nanoTime()} by which all is over
     * @throws LinkException NOT_FOUND when there is none; else why the first one that was asked in
     *     time cannot be used
     */
    SbiDevice find(SbiAddress address, int known, long deadline, CancelSignal cancel)
            throws LinkException {
        LinkException why =
                new LinkException(
                        DeviceFault.NOT_FOUND,
                        "no scanner service answers on ports %d to %d"
                                .formatted(address.firstPort(), address.lastPort()));
        int[] ports = ports(address, known);
        for (int i = 0; i < ports.length; i++) {
            if (i > 0 && System.nanoTime() - deadline >= 0) {
                break;
            }
            try {
                int sharing = i < ports.length - 1 ? 2 : 1;
                Optional<SbiDevice> device = at(ports[i], sharing, deadline, cancel);
                if (device.isPresent()) {
                    return registered(device.get(), deadline, cancel);
                }
            } catch (LinkException e) {
                if (e.fault() == DeviceFault.CANCELLED) {
                    throw e;
                }
                why = says(e) > says(why) ? e : why;
            }
        }
        throw why;
    }

    private static int[] ports(SbiAddress address, int known) {
        IntStream all = IntStream.rangeClosed(address.firstPort(), address.lastPort());
        return known < address.firstPort() || known > address.lastPort()
                ? all.toArray()
                : IntStream.concat(IntStream.of(known), all.filter(port -> port != known))
                        .toArray();
    }

    /**
     * How much a failure says. Other programs may have a port of the range: their silence or
     * prattle says less than a scanner service that tells why it cannot.
     */
    private static int says(LinkException e) {
        if (e.fault() == DeviceFault.NOT_FOUND) {
            return 0;
        }
        return e.fault() == DeviceFault.PROTOCOL_ERROR || SbiHttp.isNoAnswer(e) ? 1 : 2;
    }

    private Optional<SbiDevice> at(int port, int sharing, long deadline, CancelSignal cancel)
            throws LinkException {
        LinkException last = null;
        for (Verbs verbs : VERSIONS) {
            ObjectNode request = request(verbs);
            try {
                byte[] answer =
                        http.ask(
                                port,
                                verbs.discovery(),
                                "/device",
                                json.write(request),
                                within(deadline, sharing),
                                cancel);
                return scanner(port, verbs, json.read(answer));
            } catch (LinkException e) {
                if (e.fault() != DeviceFault.PROTOCOL_ERROR) {
                    throw e;
                }
                last = e;
            }
        }
        throw last == null ? new LinkException(DeviceFault.NOT_FOUND, "nobody") : last;
    }

    private static Duration within(long deadline, int sharing) {
        Duration left = Duration.ofNanos(Math.max(1, (deadline - System.nanoTime()) / sharing));
        return left.compareTo(ANSWER) < 0 ? left : ANSWER;
    }

    private ObjectNode request(Verbs verbs) {
        ObjectNode request = json.mapper().createObjectNode().put("type", "Finger");
        return verbs.discovery().startsWith("SBI") ? request.put("specVersion", "1.0") : request;
    }

    private static Optional<SbiDevice> scanner(int port, Verbs verbs, JsonNode answer)
            throws LinkException {
        if (!answer.isArray()) {
            throw new LinkException(DeviceFault.PROTOCOL_ERROR, "no list of devices");
        }
        for (JsonNode device : answer) {
            SbiErrors.check(device);
            if (SbiJson.plain(device, "purpose").contains("Registration")) {
                SbiErrors.checkStatus(SbiJson.plain(device, "deviceStatus"));
                return Optional.of(described(port, verbs, device));
            }
        }
        return Optional.empty();
    }

    private static SbiDevice described(int port, Verbs verbs, JsonNode device) {
        String version = device.path("specVersion").path(0).asText("");
        return new SbiDevice(
                port,
                verbs.info(),
                version.equals("0.9.5") ? "0.9.5" : "1.0",
                SbiJson.plain(device, "serialNo"),
                SbiJson.plain(device, "deviceId"),
                Math.clamp(device.path("deviceSubId").path(0).asInt(0), 0, 3),
                "");
    }

    /** What the scanner says of itself under its signature. */
    private SbiDevice registered(SbiDevice device, long deadline, CancelSignal cancel)
            throws LinkException {
        ObjectNode request =
                json.mapper()
                        .createObjectNode()
                        .put("type", "Finger")
                        .put("specVersion", device.specVersion());
        JsonNode answer =
                json.read(
                        http.ask(
                                device.port(),
                                device.infoVerb(),
                                "/info",
                                json.write(request),
                                within(deadline, 1),
                                cancel));
        for (JsonNode entry : answer) {
            SbiErrors.check(entry);
            JsonNode said = json.read(trust.verified(entry.path("deviceInfo").asText("")));
            JsonNode identity = json.read(trust.verified(said.path("digitalId").asText("")));
            String serial = SbiJson.plain(identity, "serialNo");
            if (serial.isEmpty()) {
                throw new LinkException(DeviceFault.NOT_GENUINE, "a scanner without number");
            }
            if (device.serialNo().isEmpty() || serial.equals(device.serialNo())) {
                SbiErrors.checkStatus(SbiJson.plain(said, "deviceStatus"));
                return device.identified(serial, environment(said));
            }
        }
        throw new LinkException(DeviceFault.PROTOCOL_ERROR, "no information on the scanner");
    }

    /** A scanner that is registered for development gives images that no election may rest on. */
    private String environment(JsonNode said) throws LinkException {
        String env = SbiJson.plain(said, "env");
        if (!simulated && !env.equals(PRODUCTION)) {
            throw new LinkException(
                    DeviceFault.NOT_GENUINE,
                    "the scanner is registered for \"%s\", not for %s".formatted(env, PRODUCTION));
        }
        return env;
    }
}
