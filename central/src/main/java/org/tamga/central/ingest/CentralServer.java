package org.tamga.central.ingest;

import java.io.IOException;
import java.security.KeyStore;
import java.time.Duration;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/**
 * Two servers in one process: mutual TLS for terminals, plain HTTP for the public page. They share
 * nothing, so that readers of the results cannot slow the stations down.
 */
public final class CentralServer implements AutoCloseable {
    private static final int HEADER_BYTES = 8 << 10;
    private static final Duration IDLE = Duration.ofSeconds(30);

    /** A body must come at least so fast, on average: a slow sender does not hold a connection. */
    private static final long LEAST_BYTES_A_SECOND = 1024;

    private static final int STATION_CONNECTIONS = 10_000;
    private static final int PUBLIC_CONNECTIONS = 2_000;

    private final Server stations;
    private final Server publicPage;

    private CentralServer(Server stations, Server publicPage) {
        this.stations = stations;
        this.publicPage = publicPage;
    }

    /**
     * Where to listen.
     *
     * @param address IP address or name of an interface
     * @param stationPort 0 for any free one
     * @param pagePort 0 for any free one
     */
    public record Listen(String address, int stationPort, int pagePort) {}

    /**
     * Starts both.
     *
     * @param tls server key and the authority that clients must be of
     * @throws IOException if a port is in use
     */
    public static CentralServer start(
            Listen listen, KeyStore tls, char[] tlsPassword, Handler stationPort, Handler page)
            throws IOException {
        Server stations = server(stationPort, STATION_CONNECTIONS);
        HttpConfiguration secure = http();
        // Terminals may know the centre by an address that no certificate can name.
        secure.addCustomizer(new SecureRequestCustomizer(false));
        stations.addConnector(
                connector(
                        stations,
                        listen.address(),
                        listen.stationPort(),
                        new SslConnectionFactory(mutualTls(tls, tlsPassword), "http/1.1"),
                        new HttpConnectionFactory(secure)));
        Server publicPage = server(page, PUBLIC_CONNECTIONS);
        publicPage.addConnector(
                connector(
                        publicPage,
                        listen.address(),
                        listen.pagePort(),
                        new HttpConnectionFactory(http())));
        var server = new CentralServer(stations, publicPage);
        start(stations, server);
        start(publicPage, server);
        return server;
    }

    private static void start(Server server, CentralServer all) throws IOException {
        try {
            server.start();
        } catch (IOException e) {
            all.close();
            throw e;
        } catch (Exception e) {
            all.close();
            throw new IllegalStateException("The server does not start", e);
        }
    }

    private static Server server(Handler handler, int connections) {
        var server = new Server(new VirtualThreadPool());
        server.setHandler(handler);
        server.setErrorHandler(new RefusingErrors());
        server.addBean(new NetworkConnectionLimit(connections, server));
        return server;
    }

    private static ServerConnector connector(
            Server server, String address, int port, ConnectionFactory... protocols) {
        var connector = new ServerConnector(server, 1, 1, protocols);
        connector.setHost(address);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE.toMillis());
        return connector;
    }

    private static HttpConfiguration http() {
        var http = new HttpConfiguration();
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setSendServerVersion(false);
        http.setIdleTimeout(IDLE.toMillis());
        http.setMinRequestDataRate(LEAST_BYTES_A_SECOND);
        return http;
    }

    private static SslContextFactory.Server mutualTls(KeyStore store, char[] password) {
        var tls = new SslContextFactory.Server();
        tls.setKeyStore(store);
        tls.setKeyStorePassword(new String(password));
        tls.setKeyManagerPassword(new String(password));
        tls.setTrustStore(store);
        tls.setNeedClientAuth(true);
        tls.setIncludeProtocols("TLSv1.3");
        tls.setRenegotiationAllowed(false);
        return tls;
    }

    /** Port on which terminals are served. */
    public int stationPort() {
        return port(stations);
    }

    /** Port on which the public is served. */
    public int pagePort() {
        return port(publicPage);
    }

    private static int port(Server server) {
        return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    /** Waits until the servers are stopped. */
    public void join() throws InterruptedException {
        stations.join();
        publicPage.join();
    }

    @Override
    public void close() {
        stop(stations);
        stop(publicPage);
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("A server does not stop", e);
        }
    }
}
