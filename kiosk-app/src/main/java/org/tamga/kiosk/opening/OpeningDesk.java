package org.tamga.kiosk.opening;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.MonoRaster;
import org.tamga.devices.ports.PrintResult;
import org.tamga.devices.profile.DeviceClass;
import org.tamga.election.journal.EventType;
import org.tamga.election.journal.StationCounters;
import org.tamga.election.wire.Digests;
import org.tamga.kiosk.devices.DeviceDesk;
import org.tamga.kiosk.shell.Level;
import org.tamga.kiosk.station.DayPhase;
import org.tamga.kiosk.station.SlipPrinting;
import org.tamga.kiosk.station.StationJournal;

/** The workflow of opening: asks every condition, prints the zero report, opens or says why not. */
public final class OpeningDesk {

    private final OpeningChecks checks;
    private final DeviceDesk devices;
    private final StationJournal journal;
    private final SlipPrinting printing;
    private final ZeroReport zeroReport;
    private final InstantSource clock;

    public OpeningDesk(
            OpeningChecks checks,
            DeviceDesk devices,
            StationJournal journal,
            SlipPrinting printing,
            ZeroReport zeroReport,
            InstantSource clock) {
        this.checks = checks;
        this.devices = devices;
        this.journal = journal;
        this.printing = printing;
        this.zeroReport = zeroReport;
        this.clock = clock;
    }

    /** Every condition as it is now. */
    public List<CheckResult> check() {
        List<CheckResult> results = new ArrayList<>();
        for (Check check : Check.values()) {
            results.add(checks.check(check));
        }
        return List.copyOf(results);
    }

    public List<CheckResult> testDevices() {
        devices.testAll(new CancelSignal());
        return check();
    }

    /**
     * Prints the zero report, which lists the self-tests: every device was tried before it,
     * whatever came of it. It is recorded only when it came out and every counter was 0.
     *
     * @return what stood in the way: OP-nn, or DV-nn of the printer
     */
    public Optional<String> printZeroReport() {
        if (checks.check(Check.DEVICES).level() == Level.UNKNOWN) {
            return Optional.of(Check.DEVICES.refusal());
        }
        synchronized (journal) {
            StationCounters counters = journal.counters();
            return counters.isZero()
                    ? printZeroReport(counters)
                    : Optional.of(Check.COUNTERS.refusal());
        }
    }

    private Optional<String> printZeroReport(StationCounters counters) {
        SlipPrinting.Drawn slip =
                printing.draw(zeroReport.slip(counters, registerVersion(), devices.states()));
        return switch (printing.print(slip)) {
            case PrintResult.Printed() -> {
                devices.worked(DeviceClass.RECEIPT_PRINTER);
                journal.append(
                        EventType.ZERO_REPORT,
                        Map.of(
                                "registered",
                                Long.toString(counters.registered()),
                                "identified",
                                "0",
                                "hash",
                                Digests.sha256Hex(dots(slip.raster()))));
                yield Optional.empty();
            }
            case PrintResult.Failed failed -> {
                devices.failed(DeviceClass.RECEIPT_PRINTER, failed.fault());
                yield Optional.of(failed.fault().code());
            }
        };
    }

    private String registerVersion() {
        return journal.last(EventType.REGISTER_IMPORTED)
                .map(event -> event.data().getOrDefault("version", ""))
                .orElse("0");
    }

    private static byte[] dots(MonoRaster slip) {
        return slip.rows(0, slip.height());
    }

    /**
     * Opens the station if every condition holds; otherwise records the first that does not. The
     * journal is held meanwhile, so that no register comes between the checks and the opening.
     */
    public OpeningOutcome open() {
        synchronized (journal) {
            return switch (journal.phase()) {
                case OPEN -> refuse("OP-08");
                case CLOSED -> refuse("OP-09");
                case BEFORE_OPENING ->
                        check().stream()
                                .filter(result -> !result.passed())
                                .findFirst()
                                .map(result -> refuse(result.check().refusal()))
                                .orElseGet(this::opened);
            };
        }
    }

    public DayPhase phase() {
        return journal.phase();
    }

    private OpeningOutcome opened() {
        journal.append(EventType.STATION_OPENED, Map.of());
        return new OpeningOutcome.Opened(clock.instant());
    }

    private OpeningOutcome refuse(String code) {
        journal.append(EventType.OPENING_REFUSED, Map.of("reason", code));
        return new OpeningOutcome.Refused(code);
    }
}
