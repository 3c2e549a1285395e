package org.tamga.devices.link;

import java.nio.file.Path;
import java.time.Duration;
import org.tamga.devices.ports.DeviceFault;

/**
 * A Linux input device, {@code /dev/input/event*}, taken for this program alone (EVIOCGRAB): what
 * it types reaches no window. Source: linux/input.h, Documentation/input/input.rst.
 */
final class InputDevice implements ByteLink {
    private static final int O_RDONLY_NONBLOCK = 0x800;

    /** {@code _IOW('E', 0x90, int)}. */
    private static final long EVIOCGRAB = 0x4004_4590L;

    private final DescriptorCalls calls;
    private final Path path;
    private final int descriptor;
    private boolean closed;

    private InputDevice(DescriptorCalls calls, Path path, int descriptor) {
        this.calls = calls;
        this.path = path;
        this.descriptor = descriptor;
    }

    /**
     * @param grab false only for a pipe that a simulator writes: nobody else reads a pipe
     */
    static ByteLink open(Path path, boolean grab) throws LinkException {
        DescriptorCalls calls = new DescriptorCalls();
        int descriptor = calls.open(path.toString(), O_RDONLY_NONBLOCK);
        if (descriptor < 0) {
            throw Errno.cannotOpen(path, "keyboard", calls.errno());
        }
        if (grab && calls.control(descriptor, EVIOCGRAB, 1) != 0) {
            int reason = calls.errno();
            calls.close(descriptor);
            throw Errno.cannotOpen(path, "keyboard", reason);
        }
        return new InputDevice(calls, path, descriptor);
    }

    @Override
    public void write(byte[] bytes) throws LinkException {
        throw new LinkException(DeviceFault.PROTOCOL_ERROR, "nothing is sent to a keyboard");
    }

    @Override
    public synchronized int read(byte[] buffer, Duration timeout) throws LinkException {
        LinkException.throwIfInterrupted();
        if (closed) {
            throw gone();
        }
        if (!calls.ready(
                descriptor, DescriptorCalls.POLL_IN, Math.toIntExact(timeout.toMillis()))) {
            return 0;
        }
        int count = calls.read(descriptor, buffer);
        if (count > 0) {
            return count;
        }
        int error = calls.errno();
        // The end of the stream, or ENODEV: pulled out.
        if (count == 0 || (error != Errno.EAGAIN && error != Errno.EINTR)) {
            throw gone();
        }
        pause();
        return 0;
    }

    /** Said to be ready and was not: without a pause that could go on for ever at full speed. */
    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private LinkException gone() {
        return new LinkException(DeviceFault.UNPLUGGED, path + " went away");
    }

    /** Gives the device back to the windows too. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            calls.close(descriptor);
        }
    }
}
