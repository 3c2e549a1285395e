package org.tamga.devices.simulator;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import org.tamga.devices.link.ByteLink;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.link.LinkOpener;
import org.tamga.devices.ports.DeviceFault;

/** A cable within the process: what the driver writes, the simulated device receives at once. */
public final class SimulatedLink implements ByteLink {
    private final WireDevice device;
    private byte[] answers = {};
    private volatile boolean closed;

    private SimulatedLink(WireDevice device) {
        this.device = device;
    }

    public static LinkOpener to(WireDevice device) {
        return () -> new SimulatedLink(device);
    }

    @Override
    public void write(byte[] bytes) throws LinkException {
        requireOpen();
        byte[] reply = device.receive(bytes);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(answers);
        all.writeBytes(reply);
        answers = all.toByteArray();
    }

    @Override
    public int read(byte[] buffer, Duration timeout) throws LinkException {
        requireOpen();
        if (answers.length == 0) {
            // A device may answer later than it was asked: let it, without more bytes of ours.
            answers = device.receive(new byte[0]);
        }
        if (answers.length == 0) {
            pause(timeout);
            return 0;
        }
        int count = Math.min(answers.length, buffer.length);
        System.arraycopy(answers, 0, buffer, 0, count);
        answers = Arrays.copyOfRange(answers, count, answers.length);
        return count;
    }

    private static void pause(Duration timeout) {
        try {
            Thread.sleep(timeout);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void requireOpen() throws LinkException {
        if (closed) {
            throw new LinkException(DeviceFault.UNPLUGGED, "the link is closed");
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
