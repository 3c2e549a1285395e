package org.tamga.devices.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A CUPS daemon of our own: its configuration, spool and logs lie in a folder of its own, it
 * listens on 127.0.0.1 only, and the system's CUPS is not touched. It has one raw queue.
 */
final class PrivateCups implements AutoCloseable {
    static final String QUEUE = "tamga";

    private static final Path DAEMON = Path.of("/usr/sbin/cupsd");
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(15);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(5);

    private final Path home;
    private final int port;
    private final Process daemon;

    /**
     * @param printer where its queue sends jobs
     * @throws IOException naming the missing package, or when the daemon does not start
     */
    PrivateCups(URI printer) throws IOException {
        if (!Files.isExecutable(DAEMON)) {
            throw new IOException("the package cups is not installed");
        }
        this.home = Files.createTempDirectory("tamga-cups");
        this.port = freePort();
        try {
            configure(printer);
            this.daemon =
                    new ProcessBuilder(
                                    DAEMON.toString(),
                                    "-f",
                                    "-c",
                                    home.resolve("cupsd.conf").toString(),
                                    "-s",
                                    home.resolve("cups-files.conf").toString())
                            .redirectErrorStream(true)
                            .redirectOutput(home.resolve("out").toFile())
                            .start();
        } catch (IOException e) {
            delete();
            throw e;
        }
        awaitStart();
    }

    int port() {
        return port;
    }

    Path spool() {
        return home.resolve("spool");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Back ends run as another user when the daemon is root's: they must be able to pass. */
    private void configure(URI printer) throws IOException {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
        for (String folder : List.of("root", "spool", "cache", "run", "tmp")) {
            Files.createDirectory(home.resolve(folder));
        }
        Files.writeString(
                home.resolve("cups-files.conf"),
                """
                ServerRoot %1$s/root
                RequestRoot %1$s/spool
                CacheDir %1$s/cache
                StateDir %1$s/run
                TempDir %1$s/tmp
                AccessLog %1$s/access
                ErrorLog %1$s/error
                PageLog %1$s/page
                SystemGroup root
                Sandboxing relaxed
                """
                        .formatted(home));
        Files.writeString(
                home.resolve("cupsd.conf"),
                """
                Listen 127.0.0.1:%d
                Browsing Off
                BrowseLocalProtocols none
                DefaultAuthType Basic
                WebInterface No
                PreserveJobFiles No
                LogLevel warn
                MaxLogSize 1m
                JobRetryInterval 2
                <Location />
                  Order allow,deny
                  Allow 127.0.0.1
                </Location>
                <Policy default>
                  <Limit Create-Job Print-Job Validate-Job>
                    Order deny,allow
                  </Limit>
                  <Limit Send-Document Cancel-Job Purge-Jobs>
                    Require user @OWNER @SYSTEM
                    Order deny,allow
                  </Limit>
                  <Limit All>
                    Order deny,allow
                  </Limit>
                </Policy>
                """
                        .formatted(port));
        Files.writeString(
                home.resolve("root/printers.conf"),
                """
                <DefaultPrinter %s>
                DeviceURI %s
                State Idle
                Accepting Yes
                Shared No
                ErrorPolicy retry-current-job
                </DefaultPrinter>
                """
                        .formatted(QUEUE, printer));
    }

    private void awaitStart() throws IOException {
        long deadline = System.nanoTime() + STARTS_WITHIN.toNanos();
        while (System.nanoTime() < deadline && daemon.isAlive()) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
                return;
            } catch (IOException e) {
                pause();
            }
        }
        String words =
                Files.exists(home.resolve("out")) ? Files.readString(home.resolve("out")) : "";
        close();
        throw new IOException(
                "cupsd does not start: " + words.lines().findFirst().orElse("it says nothing"));
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(Duration.ofMillis(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> backends = daemon.descendants().toList();
        daemon.destroy();
        try {
            if (!daemon.waitFor(ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                daemon.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            daemon.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        backends.forEach(ProcessHandle::destroyForcibly);
        delete();
    }

    private void delete() {
        try (Stream<Path> all = Files.walk(home)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
