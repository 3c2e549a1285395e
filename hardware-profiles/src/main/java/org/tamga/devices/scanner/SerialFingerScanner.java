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
    private volatile boolean closed;

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
                disconnect();
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
            return capture(connected(cancel, connectDeadline(request)), request, cancel);
        } catch (LinkException e) {
            disconnect();
            return failed(e.fault(), e.detail());
        } finally {
            glass.unlock();
        }
    }

    private FingerCapture capture(Wire wire, CaptureRequest request, CancelSignal cancel)
            throws LinkException {
        try {
            Duration image = protocol.longestTransfer(rate).plus(line.answerLimit());
            var limits = new Limits(line.answerLimit(), image);
            return protocol.capture(wire, limits, request.timeout(), cancel);
        } finally {
            wire.wipe();
        }
    }

    /** All rates together: a line on which somebody babbles must not cost minutes. */
    private long connectDeadline(CaptureRequest request) {
        Duration answer = line.answerLimit();
        Duration longest = request.timeout().compareTo(answer) > 0 ? request.timeout() : answer;
        return System.nanoTime() + longest.toNanos();
    }

    private Wire connected(CancelSignal cancel, long deadline) throws LinkException {
        ByteLink open = link;
        if (open != null) {
            return wire(open, cancel);
        }
        List<Integer> rates = rates();
        for (int i = 0; ; i++) {
            Wire wire = silent(rates.get(i), cancel, deadline);
            try {
                protocol.greet(wire, greetingLimit(i < rates.size() - 1, deadline));
                rate = rates.get(i);
                return wire;
            } catch (LinkException e) {
                wire.wipe();
                disconnect();
                boolean nobodyAnswers =
                        e.fault() == DeviceFault.OFFLINE || e.fault() == DeviceFault.PROTOCOL_ERROR;
                boolean last = i == rates.size() - 1 || System.nanoTime() - deadline >= 0;
                if (!nobodyAnswers || last) {
                    throw e;
                }
            }
        }
    }

    private Duration greetingLimit(boolean moreToTry, long deadline) {
        Duration answer = line.answerLimit();
        Duration usual = moreToTry && answer.compareTo(KNOCK) > 0 ? KNOCK : answer;
        Duration left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
        return usual.compareTo(left) < 0 ? usual : left;
    }

    /** The last one that worked, the family's, and the first again: who is slow has time then. */
    private List<Integer> rates() {
        List<Integer> rates = new ArrayList<>(List.of(rate));
        if (line.detectBaud()) {
            protocol.rates().stream().filter(other -> other != rate).forEach(rates::add);
            rates.add(rate);
        }
        return rates;
    }

    /** Who sends without end does so at every rate: the others are not tried then. */
    private Wire silent(int baud, CancelSignal cancel, long deadline) throws LinkException {
        ByteLink open = line.opener().apply(baud).open();
        link = open;
        if (closed) {
            // Whoever closed may have overwritten the link before it saw this one.
            link = null;
            open.close();
            throw new LinkException(DeviceFault.UNPLUGGED, "the scanner was closed");
        }
        Wire wire = wire(open, cancel);
        long transfer = System.nanoTime() + protocol.longestTransfer(baud).toNanos();
        wire.settle(transfer - deadline < 0 ? transfer : deadline);
        return wire;
    }

    private static Wire wire(ByteLink open, CancelSignal cancel) {
        Wire wire = new Wire(open);
        wire.obey(cancel);
        return wire;
    }

    private static FingerCapture failed(DeviceFault fault, String detail) {
        return new FingerCapture.Failed(fault, detail);
    }

    private void disconnect() {
        ByteLink open = link;
        link = null;
        if (open != null) {
            open.close();
        }
    }

    /** For good. May be called from another thread to break a stuck transfer off. */
    @Override
    public void close() {
        closed = true;
        disconnect();
    }
}
