package org.tamga.kiosk.station;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.tamga.devices.DeviceEvent;
import org.tamga.devices.DeviceWatch;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.PowerState;
import org.tamga.devices.ports.PrinterStatus;
import org.tamga.devices.profile.DeviceClass;
import org.tamga.kiosk.devices.DeviceLook;
import org.tamga.kiosk.devices.DeviceState;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.shell.Indicator;
import org.tamga.kiosk.shell.Level;
import org.tamga.kiosk.shell.PassingWord;
import org.tamga.kiosk.shell.ShellViewModel;
import org.tamga.kiosk.shell.StatusBarViewModel;
import org.tamga.kiosk.shell.StatusBarViewModel.Part;
import org.tamga.kiosk.shell.UiThreads;
import org.tamga.kiosk.sync.SyncState;

/**
 * Looks every second which devices are attached, at the printer and the power every few seconds,
 * and to the centre every half minute, for the status bar. Uses no scanner and no camera.
 */
public final class StatusWatch implements AutoCloseable {

    private static final Duration LOOK = Duration.ofSeconds(3);
    private static final Duration PLUG_LOOK = Duration.ofSeconds(1);
    private static final int LOOKS_PER_DELIVERY = 10;
    private static final int LOW_BATTERY = 30;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final StationDesks desks;
    private final ShellViewModel shell;
    private final StatusBarViewModel status;
    private final ZoneId zone;
    private final UiThreads threads;
    private final InstantSource clock;
    private final Thread devices;
    private final Thread centre;
    private final AtomicReference<Optional<DeviceWatch>> plugs =
            new AtomicReference<>(Optional.empty());

    private StatusWatch(
            StationDesks desks,
            ShellViewModel shell,
            StatusBarViewModel status,
            ZoneId zone,
            UiThreads threads,
            InstantSource clock) {
        this.desks = desks;
        this.shell = shell;
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
            ShellViewModel shell,
            StatusBarViewModel status,
            ZoneId zone,
            UiThreads threads,
            InstantSource clock) {
        StatusWatch watch = new StatusWatch(desks, shell, status, zone, threads, clock);
        watch.devices.start();
        watch.centre.start();
        watch.plugs.set(
                Optional.of(DeviceWatch.start(desks.kit(), PLUG_LOOK, event -> watch.seen(event))));
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
        Optional<PrinterStatus> printer = printerStatus();
        seen.put(Part.SCANNER, device(DeviceClass.FINGER_SCANNER));
        seen.put(Part.CAMERA, device(DeviceClass.CAMERA));
        seen.put(Part.PRINTER, printer(printer));
        seen.put(Part.PAPER, paper(printer));
        seen.put(Part.POWER, power());
        seen.put(Part.NETWORK, network());
        seen.put(Part.CLOCK, clock());
        threads.ui().execute(() -> status.show(seen));
    }

    /** Shows at once what came or went, without asking the devices that stayed. */
    private void seen(DeviceEvent event) {
        boolean changed = desks.devices().seen(event);
        Map<Part, Indicator> indicators = new EnumMap<>(Part.class);
        switch (event.device()) {
            case FINGER_SCANNER -> indicators.put(Part.SCANNER, device(event.device()));
            case CAMERA -> indicators.put(Part.CAMERA, device(event.device()));
            case RECEIPT_PRINTER -> {
                indicators.put(Part.PRINTER, device(event.device()));
                indicators.put(Part.PAPER, Indicator.UNKNOWN);
            }
            case DOCUMENT_READER, CHIP_READER, PAGE_PRINTER, SIGNING_TOKEN, POWER_SUPPLY -> {}
        }
        threads.ui()
                .execute(
                        () -> {
                            status.show(indicators);
                            if (changed) {
                                shell.mention(mention(event));
                            }
                        });
    }

    private static PassingWord mention(DeviceEvent event) {
        Message name = Message.of(DeviceLook.nameKey(event.device()));
        String icon = DeviceLook.icon(event.device());
        return switch (event) {
            case DeviceEvent.Plugged _ ->
                    new PassingWord(Level.GOOD, icon, Message.of("devices.back", name));
            case DeviceEvent.Unplugged _ ->
                    new PassingWord(Level.BAD, icon, Message.of("devices.unplugged", name));
        };
    }

    private Indicator device(DeviceClass device) {
        DeviceState state = desks.devices().state(device);
        if (!desks.devices().holds(device)) {
            return Indicator.UNKNOWN;
        }
        if (state.isAbsent()) {
            return Indicator.bad("status.absent");
        }
        return state.fault()
                .map(fault -> Indicator.bad("status.fault", fault.code()))
                .orElse(state.passed() ? Indicator.good("status.ready") : Indicator.UNKNOWN);
    }

    /** Empty when there is no printer to ask. */
    private Optional<PrinterStatus> printerStatus() {
        boolean there =
                desks.devices().holds(DeviceClass.RECEIPT_PRINTER)
                        && !desks.devices().state(DeviceClass.RECEIPT_PRINTER).isAbsent();
        return there ? Optional.of(desks.devices().printer()) : Optional.empty();
    }

    private Indicator printer(Optional<PrinterStatus> asked) {
        return asked.map(
                        answer ->
                                switch (answer) {
                                    case PrinterStatus.Ready _ -> Indicator.good("status.ready");
                                    case PrinterStatus.NotReady(DeviceFault fault, _) ->
                                            fault == DeviceFault.BUSY
                                                    ? Indicator.good("status.ready")
                                                    : Indicator.bad("status.fault", fault.code());
                                })
                .orElseGet(() -> device(DeviceClass.RECEIPT_PRINTER));
    }

    private static Indicator paper(Optional<PrinterStatus> asked) {
        return asked.map(
                        answer ->
                                switch (answer) {
                                    case PrinterStatus.Ready(boolean nearEnd) ->
                                            nearEnd
                                                    ? Indicator.warning("status.paperLow")
                                                    : Indicator.good("status.paperOk");
                                    case PrinterStatus.NotReady(DeviceFault fault, _) ->
                                            fault == DeviceFault.PAPER_OUT
                                                    ? Indicator.bad("status.paperOut")
                                                    : Indicator.UNKNOWN;
                                })
                .orElse(Indicator.UNKNOWN);
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
        plugs.get().ifPresent(DeviceWatch::close);
        devices.interrupt();
        centre.interrupt();
    }
}
