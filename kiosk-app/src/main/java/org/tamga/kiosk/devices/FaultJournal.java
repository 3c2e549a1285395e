package org.tamga.kiosk.devices;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.tamga.devices.ports.Device;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.election.journal.EventType;
import org.tamga.kiosk.station.StationJournal;

/** Writes DEVICE_FAULT, the same fault of the same device at most once a minute. */
final class FaultJournal {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final StationJournal journal;
    private final InstantSource clock;
    private final Map<Entry, Instant> written = new HashMap<>();

    private record Entry(String device, DeviceFault fault) {}

    FaultJournal(StationJournal journal, InstantSource clock) {
        this.journal = journal;
        this.clock = clock;
    }

    synchronized void write(Device device, DeviceFault fault) {
        Entry entry = new Entry(DeviceDesk.journalName(device), fault);
        Instant now = clock.instant();
        Instant last = written.get(entry);
        // A clock that was put back must not silence the journal.
        if (last != null && !now.isBefore(last) && now.isBefore(last.plus(PAUSE))) {
            return;
        }
        journal.appendAsSystem(
                EventType.DEVICE_FAULT, Map.of("device", entry.device(), "result", fault.code()));
        written.put(entry, now);
    }
}
