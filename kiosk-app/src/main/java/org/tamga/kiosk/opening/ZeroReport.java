package org.tamga.kiosk.opening;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.tamga.election.definition.ElectionKind;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.definition.Station;
import org.tamga.election.journal.StationCounters;
import org.tamga.election.text.Language;
import org.tamga.kiosk.devices.DeviceLook;
import org.tamga.kiosk.devices.DeviceState;
import org.tamga.kiosk.devices.TestRecord;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.i18n.Messages;
import org.tamga.kiosk.slip.Slip;

/**
 * The first slip of the day: every counter with its value, every device with its last self-test; to
 * be signed by the commission.
 */
public final class ZeroReport {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    private final ElectionPackage electionPackage;
    private final Station station;
    private final String terminalId;
    private final Messages messages;
    private final Supplier<Language> language;
    private final InstantSource clock;

    public ZeroReport(
            ElectionPackage electionPackage,
            Station station,
            String terminalId,
            Messages messages,
            Supplier<Language> language,
            InstantSource clock) {
        this.electionPackage = electionPackage;
        this.station = station;
        this.terminalId = terminalId;
        this.messages = messages;
        this.language = language;
        this.clock = clock;
    }

    /**
     * @param devices with their last self-tests
     */
    Slip slip(StationCounters counters, String registerVersion, List<DeviceState> devices) {
        List<Slip.Part> parts = new ArrayList<>();
        if (electionPackage.kind() != ElectionKind.REAL) {
            parts.add(new Slip.Banner(text("shell.kind." + electionPackage.kind())));
        }
        parts.add(new Slip.Title(text("opening.check.ZERO_REPORT")));
        parts.add(new Slip.Text(electionPackage.title().in(language.get())));
        parts.add(new Slip.Text(station.name().in(language.get())));
        parts.add(new Slip.Pair(text("slip.terminal"), terminalId));
        parts.add(new Slip.Pair(text("slip.time"), clock(TIME, clock.instant())));
        parts.add(new Slip.Pair(text("slip.registerVersion"), registerVersion));
        parts.add(new Slip.Rule());
        counters.byName()
                .forEach(
                        (name, value) ->
                                parts.add(
                                        new Slip.Pair(
                                                text("counter." + name), Long.toString(value))));
        parts.add(new Slip.Rule());
        parts.add(new Slip.Text(text("slip.devices")));
        devices.forEach(device -> parts.add(tested(device)));
        parts.add(new Slip.Rule());
        station.officials()
                .forEach(
                        official ->
                                parts.add(
                                        new Slip.SignatureLine(
                                                official.name().in(language.get())
                                                        + ", "
                                                        + text("signin.role." + official.role()))));
        return new Slip("zero", parts);
    }

    /** The fault's code, or the verdict in words, and when. */
    private Slip.Pair tested(DeviceState device) {
        String result =
                device.test().map(test -> result(test) + " " + clock(HOUR, test.at())).orElse("–");
        return new Slip.Pair(text(DeviceLook.nameKey(device.device())), result);
    }

    private String result(TestRecord test) {
        return test.fault().isPresent() ? test.result() : text("devices.verdict." + test.verdict());
    }

    private String clock(DateTimeFormatter format, Instant at) {
        return format.withZone(ZoneId.of(electionPackage.timeZone())).format(at);
    }

    private String text(String key) {
        return messages.text(language.get(), Message.of(key));
    }
}
