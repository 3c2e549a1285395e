package org.tamga.devices.simulator.chip;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The card's end of the virtual reader driver vpcd: every message is a length of two bytes and that
 * many bytes; a message of one byte is the reader speaking. A line to the driver is a card in the
 * reader, hanging up is taking it away.
 */
final class VirtualReader implements AutoCloseable {
    private static final int OFF = 0;
    private static final int ON = 1;
    private static final int RESET = 2;
    private static final int ANSWER_TO_RESET = 4;
    private static final int GLANCE_MILLIS = 20;
    private static final int SWAP_MILLIS = 500;

    private final PassportDesk desk;
    private final Supplier<PrivateCardService> service;
    private final Runnable unplugged;
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable Process line;

    /**
     * @param service the service of the moment
     * @param unplugged called when the reader shall vanish in the middle of a command
     */
    VirtualReader(PassportDesk desk, Supplier<PrivateCardService> service, Runnable unplugged) {
        this.desk = desk;
        this.service = service;
        this.unplugged = unplugged;
        this.thread = Thread.ofPlatform().daemon().name("virtual reader").start(this::serve);
    }

    private void serve() {
        try {
            while (!closed) {
                Thread.sleep(GLANCE_MILLIS);
                if (desk.occupied() && !desk.unplugged()) {
                    insert();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void insert() throws InterruptedException {
        try {
            Process process = service.get().line();
            line = process;
            try {
                talk(new DataInputStream(process.getInputStream()), process.getOutputStream());
            } finally {
                hangUp(process);
            }
        } catch (IOException e) {
            // Hung up, by the driver or by taking the card away; the next card calls again, yet not
            // before the service has looked and seen that the place is empty.
            Thread.sleep(SWAP_MILLIS);
        }
    }

    /** The program that carries the bytes away from the driver is the child of the other. */
    private static void hangUp(Process process) throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    private void talk(DataInputStream in, OutputStream out) throws IOException {
        while (!closed) {
            byte[] message = new byte[in.readUnsignedShort()];
            in.readFully(message);
            if (message.length != 1) {
                send(out, answer(message));
                continue;
            }
            switch (message[0]) {
                case OFF, RESET -> {
                    if (desk.reset()) {
                        throw new EOFException("the card was taken away");
                    }
                }
                case ON -> {}
                case ANSWER_TO_RESET -> {
                    if (!desk.occupied()) {
                        throw new EOFException("no card");
                    }
                    send(out, PassportDesk.ANSWER_TO_RESET);
                }
                default -> throw new IOException("the driver says " + message[0]);
            }
        }
    }

    private byte[] answer(byte[] command) throws IOException {
        return switch (desk.transmit(command)) {
            case PassportDesk.Answered(byte[] bytes) -> bytes;
            case PassportDesk.Silence _ -> throw new EOFException("the card is gone");
            case PassportDesk.Unplugged _ -> {
                unplugged.run();
                throw new EOFException("the reader is gone");
            }
        };
    }

    private static void send(OutputStream out, byte[] message) throws IOException {
        out.write(Bytes.join(Bytes.of(message.length >> 8, message.length), message));
        out.flush();
    }

    @Override
    public void close() {
        closed = true;
        Process talking = line;
        if (talking != null) {
            talking.descendants().forEach(ProcessHandle::destroyForcibly);
            talking.destroyForcibly();
        }
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
