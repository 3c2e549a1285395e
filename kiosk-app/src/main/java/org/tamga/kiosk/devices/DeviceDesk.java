package org.tamga.kiosk.devices;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.tamga.devices.DeviceEvent;
import org.tamga.devices.DeviceKit;
import org.tamga.devices.ports.Camera;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.Device;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.Presence;
import org.tamga.devices.ports.PrinterStatus;
import org.tamga.devices.profile.DeviceClass;
import org.tamga.election.journal.EventType;
import org.tamga.kiosk.devices.TestRecord.Verdict;
import org.tamga.kiosk.station.DayPhase;
import org.tamga.kiosk.station.StationJournal;

/**
 * What is known of the kit's devices: whether they are attached, their last self-test, their last
 * error. Tests them through their ports and records what came of it. Thread-safe.
 */
public final class DeviceDesk {

    private final DeviceKit kit;
    private final StationJournal journal;
    private final InstantSource clock;
    private final QuickTest quickTest;
    private final FaultJournal faults;
    private final List<DeviceClass> listed;
    private final Map<DeviceClass, DeviceState> states = new ConcurrentHashMap<>();

    /** What the watch told last: a look or a test may have seen the same a moment earlier. */
    private final Map<DeviceClass, Boolean> watched = new ConcurrentHashMap<>();

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public DeviceDesk(DeviceKit kit, StationJournal journal, InstantSource clock) {
        this.kit = kit;
        this.journal = journal;
        this.clock = clock;
        this.quickTest = new QuickTest(kit);
        this.faults = new FaultJournal(journal, clock);
        this.listed = Arrays.stream(DeviceClass.values()).filter(this::isListed).toList();
        for (DeviceClass device : DeviceClass.values()) {
            states.put(device, DeviceState.unknown(device, kit.device(device).info()));
        }
    }

    /** A device that the kit lacks although nothing goes without it is listed too, as a fault. */
    private boolean isListed(DeviceClass device) {
        return holds(device) || DeviceLook.needed(device);
    }

    public boolean holds(DeviceClass device) {
        return !kit.device(device).info().equals(DeviceInfo.NONE);
    }

    /** The kit's devices in the order of the classes, as they were last seen. */
    public List<DeviceState> states() {
        return listed.stream().map(this::state).toList();
    }

    public DeviceState state(DeviceClass device) {
        DeviceState state = states.get(device);
        if (state == null) {
            throw new AssertionError(device);
        }
        return state;
    }

    /** Calls back after each change, on the thread that made it. */
    public void whenChanged(Runnable listener) {
        listeners.add(listener);
    }

    /** The quick test of every device; those that {@code cancel} came before are left out. */
    public List<DeviceState> testAll(CancelSignal cancel) {
        return listed.stream().map(device -> test(device, cancel)).toList();
    }

    /**
     * The quick test of one device, a second or two, ten with one that is silent; appends
     * DEVICE_TESTED unless it was cancelled.
     */
    public DeviceState test(DeviceClass device, CancelSignal cancel) {
        if (cancel.isCancelled()) {
            return state(device);
        }
        Optional<DeviceFault> fault = quickTest.probe(device, cancel);
        if (cancel.isCancelled()) {
            return state(device);
        }
        return record(device, fault.isEmpty() ? quickTest.best(device) : Verdict.FAILED, fault);
    }

    /**
     * Records a self-test that somebody else made and appends DEVICE_TESTED. A device that is
     * skipped keeps the result that it had, and one that was only looked for that of its last use.
     *
     * @param fault what the device answered, with {@link Verdict#FAILED} only
     */
    public DeviceState record(DeviceClass device, Verdict verdict, Optional<DeviceFault> fault) {
        TestRecord test = new TestRecord(verdict, fault, clock.instant());
        journal.append(
                EventType.DEVICE_TESTED,
                Map.of("device", journalName(kit.device(device)), "result", test.result()));
        Presence presence = kit.device(device).presence();
        return change(
                device,
                before ->
                        switch (verdict) {
                            case PASSED -> before.with(presence).with(test).working();
                            case FAILED ->
                                    before.with(presence)
                                            .with(test)
                                            .failing(fault.orElseThrow(), test.at());
                            case PRESENT ->
                                    before.isTried()
                                            ? before.with(presence)
                                            : before.with(presence).with(test);
                            case REJECTED -> before.with(presence).with(test);
                            case SKIPPED -> before.isUntested() ? before.with(test) : before;
                        });
    }

    /** Looks anew which devices are attached; uses none of them. */
    public List<DeviceState> look() {
        for (DeviceClass device : listed) {
            Presence presence = kit.device(device).presence();
            change(device, before -> before.with(presence));
        }
        return states();
    }

    /**
     * Takes in what a watch saw. A device of the table that goes while the station is open is a
     * fault in use.
     *
     * @return whether the device came or went; false at the first look
     */
    public boolean seen(DeviceEvent event) {
        DeviceClass device = event.device();
        if (!DeviceLook.canBeMissed(device)) {
            return false;
        }
        boolean there = event instanceof DeviceEvent.Plugged;
        switch (event) {
            case DeviceEvent.Plugged _ ->
                    change(device, state -> state.with(new Presence.Attached()).working());
            case DeviceEvent.Unplugged(_, _, DeviceFault fault, String detail) ->
                    change(
                            device,
                            state ->
                                    state.with(new Presence.Absent(fault, detail))
                                            .failing(fault, clock.instant()));
        }
        Boolean before = watched.put(device, there);
        boolean changed = before != null && before != there;
        if (changed
                && !there
                && DeviceLook.usedAtCheckIn(device)
                && journal.phase() == DayPhase.OPEN) {
            faults.write(kit.device(device), DeviceFault.UNPLUGGED);
        }
        return changed;
    }

    /** A device failed while it was needed: appends DEVICE_FAULT, not more than once a minute. */
    public void failedInUse(DeviceClass device, DeviceFault fault) {
        faults.write(kit.device(device), fault);
        failed(device, fault);
    }

    /** A device failed where nothing hung on it, for instance in a preview. */
    public void failed(DeviceClass device, DeviceFault fault) {
        change(device, before -> before.failing(fault, clock.instant()));
    }

    /** A device did what it is for: whatever troubled it is over. */
    public void worked(DeviceClass device) {
        if (state(device).trouble().filter(DeviceState.Trouble::stands).isPresent()) {
            change(device, DeviceState::working);
        }
    }

    /** Whether the slip printer can print now; asks the printer itself and remembers it. */
    public PrinterStatus printer() {
        PrinterStatus status = kit.receiptPrinter().status();
        switch (status) {
            case PrinterStatus.Ready _ -> worked(DeviceClass.RECEIPT_PRINTER);
            case PrinterStatus.NotReady(DeviceFault fault, _) -> {
                boolean known =
                        state(DeviceClass.RECEIPT_PRINTER)
                                .fault()
                                .filter(fault::equals)
                                .isPresent();
                if (fault != DeviceFault.BUSY && !known) {
                    failed(DeviceClass.RECEIPT_PRINTER, fault);
                }
            }
        }
        return status;
    }

    /** The camera for the check-in: its failures are journaled like those of other devices. */
    public Camera camera() {
        return new CameraInUse(kit.camera(), this);
    }

    public DeviceKit kit() {
        return kit;
    }

    /** The profile's name as the journal's catalogue allows it: {@code scanner:maker-model}. */
    public static String journalName(Device device) {
        return device.info().profile().replace('/', ':');
    }

    private DeviceState change(DeviceClass device, UnaryOperator<DeviceState> change) {
        DeviceState before = state(device);
        DeviceState after = states.computeIfPresent(device, (_, state) -> change.apply(state));
        if (!before.equals(after)) {
            listeners.forEach(Runnable::run);
        }
        return state(device);
    }
}
