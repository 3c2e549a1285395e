package org.tamga.devices.link;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.nio.file.Path;
import java.time.Duration;
import org.tamga.devices.ports.DeviceFault;

/**
 * A serial line through jSerialComm. No data listener is used: after an unplug the library repeats
 * its disconnect event without end, while polled reads simply report -1.
 */
final class SerialLink implements ByteLink {
    private static final int DATA_BITS = 8;
    private static final int BITS_A_BYTE = 10;

    /** What a write may take beyond the time that its bytes need on the line. */
    private static final Duration WRITE_DELAY = Duration.ofSeconds(2);

    private static final Duration POLL = Duration.ofMillis(2);

    private final SerialPort port;
    private final Path path;
    private final int baud;

    private SerialLink(SerialPort port, Path path, int baud) {
        this.port = port;
        this.path = path;
        this.baud = baud;
    }

    static ByteLink open(Path path, int baud) throws LinkException {
        SerialPort port;
        try {
            port = SerialPort.getCommPort(path.toString());
        } catch (SerialPortInvalidPortException e) {
            throw new LinkException(DeviceFault.NOT_FOUND, path + " is not a serial line");
        }
        port.setComPortParameters(baud, DATA_BITS, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
        port.setComPortTimeouts(SerialPort.TIMEOUT_NONBLOCKING, 0, 0);
        if (!port.openPort()) {
            throw Errno.cannotOpen(path, "serial line", port.getLastErrorCode());
        }
        return new SerialLink(port, path, baud);
    }

    @Override
    public void write(byte[] bytes) throws LinkException {
        long deadline = System.nanoTime() + longest(bytes.length).toNanos();
        int sent = 0;
        while (sent < bytes.length) {
            // A line that is gone takes no bytes and reports no error, for ever.
            if (port.bytesAvailable() < 0) {
                throw gone();
            }
            int now = port.writeBytes(bytes, bytes.length - sent, sent);
            if (now < 0) {
                throw gone();
            }
            sent += now;
            if (sent < bytes.length) {
                if (System.nanoTime() >= deadline) {
                    throw new LinkException(DeviceFault.OFFLINE, path + " takes no more bytes");
                }
                pause();
            }
        }
    }

    private Duration longest(int bytes) {
        return WRITE_DELAY.plusMillis((long) bytes * BITS_A_BYTE * 1_000 / baud);
    }

    @Override
    public int read(byte[] buffer, Duration timeout) throws LinkException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (true) {
            int available = port.bytesAvailable();
            if (available < 0) {
                throw gone();
            }
            if (available > 0) {
                return readAvailable(buffer, available);
            }
            if (System.nanoTime() >= deadline) {
                return 0;
            }
            pause();
        }
    }

    private int readAvailable(byte[] buffer, int available) throws LinkException {
        int count = port.readBytes(buffer, Math.min(available, buffer.length));
        if (count < 0) {
            throw gone();
        }
        return count;
    }

    private static void pause() throws LinkException {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LinkException.throwIfInterrupted();
        }
    }

    private LinkException gone() {
        return new LinkException(DeviceFault.UNPLUGGED, path + " went away");
    }

    @Override
    public void close() {
        port.closePort();
    }

    @Override
    public String toString() {
        return "SerialLink[" + path + "]";
    }
}
