package org.tamga.devices.scanner.fprint;

import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The driver process: takes orders from its standard input, drives libfprint on its main thread and
 * answers on its standard output. It ends when the terminal closes the input.
 */
final class FprintHost {
    private static final LibraryError CANCELLED =
            new LibraryError(LibraryError.IO, 19, "cancelled before the reader was opened");

    private final LibFprint library;
    private final FileChannel out;
    private final LinkedBlockingQueue<HostFrame> orders = new LinkedBlockingQueue<>();
    private final Object use = new Object();
    private int cancelledUse;
    private int currentUse;
    private MemorySegment cancellable = MemorySegment.NULL;

    private FprintHost(LibFprint library, FileChannel out) {
        this.library = library;
        this.out = out;
    }

    /**
     * @param arguments the library's file name, else the usual one
     */
    static void main(String[] arguments) throws IOException, InterruptedException {
        NoCoreDumps.set();
        FileChannel out = new FileOutputStream(FileDescriptor.out).getChannel();
        LibFprint library;
        try {
            library = new LibFprint(arguments.length > 0 ? arguments[0] : LibFprint.LIBRARY);
        } catch (IllegalArgumentException e) {
            send(out, HostFrame.text(HostFrame.Type.NO_LIBRARY, 0, String.valueOf(e.getMessage())));
            return;
        }
        FprintHost host = new FprintHost(library, out);
        Thread.ofPlatform().daemon().name("orders").start(host::listen);
        send(out, HostFrame.empty(HostFrame.Type.READY, 0));
        while (true) {
            host.obey(host.orders.take());
        }
    }

    private void listen() {
        try (DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in))) {
            while (true) {
                HostFrame order = HostFrame.read(in);
                if (order.type() == HostFrame.Type.CANCEL) {
                    cancel(order.use());
                } else {
                    orders.add(order);
                }
            }
        } catch (IOException e) {
            // The terminal has gone: nobody would take an image any more.
            Runtime.getRuntime().halt(0);
        }
    }

    private void cancel(int number) {
        synchronized (use) {
            cancelledUse = Math.max(cancelledUse, number);
            if (currentUse == number && cancellable.address() != 0) {
                library.cancel(cancellable);
            }
        }
    }

    private MemorySegment begin(int number) {
        synchronized (use) {
            currentUse = number;
            cancellable = library.newCancellable();
            if (cancelledUse >= number) {
                library.cancel(cancellable);
            }
            return cancellable;
        }
    }

    private boolean isCancelled(int number) {
        synchronized (use) {
            return cancelledUse >= number;
        }
    }

    private void end() {
        synchronized (use) {
            library.free(cancellable);
            cancellable = MemorySegment.NULL;
        }
    }

    private void obey(HostFrame order) throws IOException {
        MemorySegment context = library.newContext();
        try {
            List<MemorySegment> devices = library.devices(context);
            switch (order.type()) {
                case LIST -> send(out, list(order.use(), devices));
                case CAPTURE -> capture(order.use(), CaptureOrder.parse(order.text()), devices);
                default -> throw new IOException("the terminal sent " + order.type());
            }
        } finally {
            library.free(context);
            library.settle();
        }
        send(out, HostFrame.empty(HostFrame.Type.IDLE, order.use()));
    }

    private HostFrame list(int number, List<MemorySegment> devices) {
        String lines =
                devices.stream()
                        .map(device -> library.line(device).text())
                        .collect(Collectors.joining("\n"));
        return HostFrame.text(HostFrame.Type.DEVICES, number, lines);
    }

    private void capture(int number, CaptureOrder order, List<MemorySegment> devices)
            throws IOException {
        for (MemorySegment device : devices) {
            KnownReader line = library.line(device);
            if (order.means(line)) {
                if (line.images()) {
                    capture(number, order, device);
                } else {
                    send(out, HostFrame.text(HostFrame.Type.NO_IMAGES, number, line.name()));
                }
                return;
            }
        }
        send(out, HostFrame.empty(HostFrame.Type.NO_DEVICE, number));
    }

    private void capture(int number, CaptureOrder order, MemorySegment device) throws IOException {
        MemorySegment stop = begin(number);
        try {
            LibraryError refused = isCancelled(number) ? CANCELLED : library.open(device, stop);
            if (refused != null) {
                send(out, HostFrame.text(HostFrame.Type.FAILED, number, refused.text()));
                return;
            }
            try {
                send(out, HostFrame.empty(HostFrame.Type.OPENED, number));
                LibFprint.Capture capture = library.capture(device, stop);
                answer(number, order, capture.image(), capture.error());
            } finally {
                library.close(device);
            }
        } finally {
            end();
        }
    }

    private void answer(
            int number, CaptureOrder order, MemorySegment image, @Nullable LibraryError error)
            throws IOException {
        if (error != null) {
            send(out, HostFrame.text(HostFrame.Type.FAILED, number, error.text()));
            return;
        }
        try {
            int width = library.width(image);
            int height = library.height(image);
            MemorySegment pixels = library.pixels(image);
            ByteBuffer size = ByteBuffer.allocate(8).putInt(width).putInt(height).flip();
            if (order.allows(width, height) && pixels.byteSize() == (long) width * height) {
                int length = Math.toIntExact(size.remaining() + pixels.byteSize());
                send(out, HostFrame.header(HostFrame.Type.IMAGE, number, length));
                send(out, size);
                send(out, pixels.asByteBuffer());
            } else {
                send(out, new HostFrame(HostFrame.Type.WRONG_SIZE, number, size.array()));
            }
        } finally {
            library.wipe(image);
        }
    }

    private static void send(FileChannel out, HostFrame frame) throws IOException {
        send(out, frame.header());
        send(out, ByteBuffer.wrap(frame.payload()));
    }

    private static void send(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }
}
