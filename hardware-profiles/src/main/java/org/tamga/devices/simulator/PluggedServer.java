package org.tamga.devices.simulator;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A simulated device's HTTP server on this machine: after an unplug it is back at its port. */
final class PluggedServer implements AutoCloseable {
    private final HttpHandler handler;
    private final ExecutorService handlers;
    private final InetSocketAddress address;
    private @Nullable HttpServer server;
    private boolean closed;

    /**
     * @param name of its threads
     */
    PluggedServer(String name, HttpHandler handler) throws IOException {
        this.handler = handler;
        this.handlers =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name(name + "-", 0).factory());
        HttpServer first = started(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        this.server = first;
        this.address = first.getAddress();
    }

    private HttpServer started(InetSocketAddress place) throws IOException {
        HttpServer starting = HttpServer.create(place, 0);
        starting.setExecutor(handlers);
        starting.createContext("/", handler);
        starting.start();
        return starting;
    }

    int port() {
        return address.getPort();
    }

    /** Every connection ends at once. */
    synchronized void unplug() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    /** Nothing happens when it is plugged in, or closed. */
    synchronized void plug() {
        if (server == null && !closed) {
            try {
                server = started(address);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        unplug();
        handlers.shutdownNow();
    }
}
