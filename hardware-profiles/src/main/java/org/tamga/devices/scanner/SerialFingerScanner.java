package org.tamga.devices.scanner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.link.ByteLink;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.link.SerialLine;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.CaptureRequest;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.devices.ports.FingerCapture;
import org.tamga.devices.ports.FingerScanner;
import org.tamga.devices.ports.Presence;

/**
 * A sensor on a serial line, whatever it speaks. The line is opened at first use and anew after
 * every fault, since only then nothing of a broken transfer is left on it; the rate at which the
 * sensor answered is tried first the next time.
 */
final class SerialFingerScanner implements FingerScanner {
    /** A silent sensor must not cost a full answer's time at every rate. */
    private static final Duration KNOCK = Duration.ofMillis(400);

    private final DeviceInfo info;
    private final int qualityFloor;
    private final SensorProtocol protocol;
    private final SerialLine line;
    private final ReentrantLock glass = new ReentrantLock();
    private volatile @Nullable ByteLink link;
    private volatile int rate;

    SerialFingerScanner(
            DeviceInfo info, int qualityFloor, SensorProtocol protocol, SerialLine line) {
        this.info = info;
        this.qualityFloor = qualityFloor;
        this.protocol = protocol;
        this.line = line;
        this.rate = line.baud();
    }

    @Override
    public DeviceInfo info() {
        return info;
    }

    @Override
    public int qualityFloor() {
        return qualityFloor;
    }

    @Override
    public Presence presence() {
        Presence presence = line.opener().apply(rate).presence();
        if (presence instanceof Presence.Absent && link != null && glass.tryLock()) {
            // A line that is held open after an unplug comes back under another number.
            try {
                close();
            } finally {
                glass.unlock();
            }
        }
        return presence;
    }

    @Override
    public FingerCapture capture(CaptureRequest request, CancelSignal cancel) {
        if (!glass.tryLock()) {
            return failed(DeviceFault.BUSY, "another capture is under way");
        }
        try {
            Wire wire = connected(cancel);
            FingerCapture capture =
                    protocol.capture(wire, line.answerLimit(), request.timeout(), cancel);
            wire.wipe();
            return capture;
        } catch (LinkException e) {
            close();
            return failed(e.fault(), e.detail());
        } finally {
            glass.unlock();
        }
    }

    private Wire connected(CancelSignal cancel) throws LinkException {
        ByteLink open = link;
        if (open != null) {
            Wire wire = new Wire(open);
            wire.obey(cancel);
            return wire;
        }
        List<Integer> rates = rates();
        for (int i = 0; ; i++) {
            try {
                return connectedAt(rates.get(i), rates.size() > 1, cancel);
            } catch (LinkException e) {
                close();
                boolean nobodyAnswers =
                        e.fault() == DeviceFault.TIMEOUT || e.fault() == DeviceFault.PROTOCOL_ERROR;
                if (!nobodyAnswers || i == rates.size() - 1) {
                    throw e;
                }
            }
        }
    }

    /** The last one that worked, then the family's. */
    private List<Integer> rates() {
        List<Integer> rates = new ArrayList<>(List.of(rate));
        if (line.detectBaud()) {
            protocol.rates().stream().filter(other -> other != rate).forEach(rates::add);
        }
        return rates;
    }

    private Wire connectedAt(int baud, boolean oneOfMany, CancelSignal cancel)
            throws LinkException {
        ByteLink open = line.opener().apply(baud).open();
        link = open;
        Wire wire = new Wire(open);
        wire.obey(cancel);
        wire.settle(protocol.longestTransfer(baud));
        boolean brief = oneOfMany && line.answerLimit().compareTo(KNOCK) > 0;
        protocol.greet(wire, brief ? KNOCK : line.answerLimit());
        rate = baud;
        return wire;
    }

    private static FingerCapture failed(DeviceFault fault, String detail) {
        return new FingerCapture.Failed(fault, detail);
    }

    /** May be called from another thread to break a stuck transfer off. */
    @Override
    public void close() {
        ByteLink open = link;
        link = null;
        if (open != null) {
            open.close();
        }
    }
}
