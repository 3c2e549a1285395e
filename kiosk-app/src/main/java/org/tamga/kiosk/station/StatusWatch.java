package org.tamga.kiosk.station;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.tamga.devices.ports.PowerState;
import org.tamga.devices.ports.PrinterStatus;
import org.tamga.kiosk.devices.DeviceKind;
import org.tamga.kiosk.devices.DeviceState;
import org.tamga.kiosk.shell.Indicator;
import org.tamga.kiosk.shell.StatusBarViewModel;
import org.tamga.kiosk.shell.StatusBarViewModel.Part;
import org.tamga.kiosk.shell.UiThreads;
import org.tamga.kiosk.sync.SyncState;

/**
 * Looks at the devices every few seconds and to the centre every half minute, for the status bar.
 */
public final class StatusWatch implements AutoCloseable {

    private static final Duration LOOK = Duration.ofSeconds(3);
    private static final int LOOKS_PER_DELIVERY = 10;
    private static final int LOW_BATTERY = 30;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final StationDesks desks;
    private final StatusBarViewModel status;
    private final ZoneId zone;
    private final UiThreads threads;
    private final InstantSource clock;
    private final Thread devices;
    private final Thread centre;

    private StatusWatch(
            StationDesks desks,
            StatusBarViewModel status,
            ZoneId zone,
            UiThreads threads,
            InstantSource clock) {
        this.desks = desks;
        this.status = status;
        this.zone = zone;
        this.threads = threads;
        this.clock = clock;
        this.devices = Thread.ofVirtual().name("status").unstarted(() -> repeat(LOOK, this::look));
        this.centre =
                Thread.ofVirtual()
                        .name("delivery")
                        .unstarted(
                                () ->
                                        repeat(
                                                LOOK.multipliedBy(LOOKS_PER_DELIVERY),
                                                () -> desks.sync().deliver()));
    }

    public static StatusWatch start(
            StationDesks desks,
            StatusBarViewModel status,
            ZoneId zone,
            UiThreads threads,
            InstantSource clock) {
        StatusWatch watch = new StatusWatch(desks, status, zone, threads, clock);
        watch.devices.start();
        watch.centre.start();
        return watch;
    }

    private void repeat(Duration pause, Runnable work) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    // Told to whoever sits at the screen; the next look may find all well again.
                    threads.ui()
                            .execute(
                                    () -> {
                                        throw e;
                                    });
                }
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            // The watch was closed.
        }
    }

    private void look() {
        Map<Part, Indicator> seen = new EnumMap<>(Part.class);
        seen.put(Part.SCANNER, tested(DeviceKind.SCANNER));
        seen.put(Part.CAMERA, tested(DeviceKind.CAMERA));
        seen.put(Part.PRINTER, printer());
        seen.put(Part.POWER, power());
        seen.put(Part.NETWORK, network());
        seen.put(Part.CLOCK, clock());
        threads.ui().execute(() -> status.show(seen));
    }

    private Indicator tested(DeviceKind kind) {
        DeviceState state = desks.devices().state(kind);
        if (state.testedAt().isEmpty()) {
            return Indicator.UNKNOWN;
        }
        return state.fault()
                .map(fault -> Indicator.bad("status.fault", fault.code()))
                .orElseGet(() -> Indicator.good("status.ready"));
    }

    private Indicator printer() {
        return switch (desks.devices().printer()) {
            case PrinterStatus.Ready(boolean nearEnd) ->
                    nearEnd ? Indicator.warning("status.paperLow") : Indicator.good("status.ready");
            case PrinterStatus.NotReady notReady ->
                    Indicator.bad("status.fault", notReady.fault().code());
        };
    }

    private Indicator power() {
        return switch (desks.kit().powerSupply().read()) {
            case PowerState.Mains _ -> Indicator.good("status.mains");
            case PowerState.Battery(int percent) ->
                    percent < LOW_BATTERY
                            ? Indicator.bad("status.battery", percent)
                            : Indicator.warning("status.battery", percent);
            case PowerState.Unknown _ -> Indicator.UNKNOWN;
        };
    }

    /** Being without the centre is a normal state of a station, never an alarm. */
    private Indicator network() {
        SyncState state = desks.sync().state();
        if (state.connected()) {
            return state.waiting() == 0
                    ? Indicator.good("status.online")
                    : Indicator.good("status.queued", state.waiting());
        }
        return Indicator.warning("status.queued", state.waiting());
    }

    private Indicator clock() {
        String now = CLOCK.withZone(zone).format(clock.instant());
        int allowed = desks.terminal().electionPackage().policies().maxClockSkewSeconds();
        Optional<Duration> skew =
                desks.sync().skew().filter(s -> Math.abs(s.toSeconds()) > allowed);
        return skew.map(s -> Indicator.bad("status.skew", now, s.toSeconds()))
                .orElseGet(() -> Indicator.good("status.clock", now));
    }

    @Override
    public void close() {
        devices.interrupt();
        centre.interrupt();
    }
}
