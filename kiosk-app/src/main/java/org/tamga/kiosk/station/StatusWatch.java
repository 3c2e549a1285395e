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
import org.tamga.devices.ports.PrinterStatus;
import org.tamga.devices.profile.DeviceClass;
import org.tamga.kiosk.devices.DeviceLook;
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
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final StationDesks desks;
    private final ShellViewModel shell;
    private final StatusBarViewModel status;
    private final ZoneId zone;
    private final UiThreads threads;
    private final InstantSource clock;
    private final DeviceIndicators indicators;
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
        this.indicators = new DeviceIndicators(desks.devices());
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
        desks.devices().whenChanged(watch::devicesChanged);
        watch.devices.start();
        watch.centre.start();
        watch.plugs.set(
                Optional.of(
                        DeviceWatch.start(
                                desks.kit(),
                                PLUG_LOOK,
                                event -> watch.guarded(() -> watch.seen(event)))));
        return watch;
    }

    private void repeat(Duration pause, Runnable work) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                guarded(work);
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            // The watch was closed.
        }
    }

    /** A failure is told to whoever sits at the screen; the next look may find all well again. */
    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            threads.ui()
                    .execute(
                            () -> {
                                throw e;
                            });
        }
    }

    private void look() {
        Map<Part, Indicator> seen = new EnumMap<>(Part.class);
        Optional<PrinterStatus> printer = indicators.askPrinter();
        seen.put(Part.SCANNER, indicators.device(DeviceClass.FINGER_SCANNER));
        seen.put(Part.CAMERA, indicators.device(DeviceClass.CAMERA));
        seen.put(Part.PRINTER, indicators.printer(printer));
        seen.put(Part.PAPER, DeviceIndicators.paper(printer));
        seen.put(Part.POWER, indicators.power());
        seen.put(Part.NETWORK, network());
        seen.put(Part.CLOCK, clock());
        threads.ui().execute(() -> status.show(seen));
    }

    /** Shows at once what a test or a use found out. */
    private void devicesChanged() {
        Map<Part, Indicator> parts =
                Map.of(
                        Part.SCANNER, indicators.device(DeviceClass.FINGER_SCANNER),
                        Part.CAMERA, indicators.device(DeviceClass.CAMERA));
        threads.ui().execute(() -> status.show(parts));
    }

    /** Shows at once what came or went, without asking the devices that stayed. */
    private void seen(DeviceEvent event) {
        boolean changed = desks.devices().seen(event);
        Map<Part, Indicator> parts = indicators.of(event.device());
        threads.ui()
                .execute(
                        () -> {
                            status.show(parts);
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
