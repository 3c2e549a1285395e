package org.tamga.devices.simulator.chip;

import java.io.File;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A smart card service of our own beside the system's. The service knows one place for its socket
 * only, so it runs in a mount namespace in which that place is a folder of ours; its virtual reader
 * listens on every network, so it has a network of its own with nothing on it. It sees no USB
 * reader.
 */
final class PrivateCardService implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/pcscd");
    private static final Path DRIVER = Path.of("/usr/lib/pcsc/drivers/serial/libifdvpcd.so");
    private static final int START_MILLIS = 5_000;
    private static final int PORT = 0x8C7B;
    private static final String READER =
            """
            FRIENDLYNAME "Tamga simulated reader"
            DEVICENAME /dev/null:0x%X
            LIBPATH %s
            CHANNELID 0x%X
            """
                    .formatted(PORT, DRIVER, PORT);

    private final Process process;
    private final boolean asUser;

    private PrivateCardService(Process process, boolean asUser) {
        this.asUser = asUser;
        this.process = process;
    }

    /**
     * Starts the service.
     *
     * @param folder gets {@code run}, {@code conf}, {@code none}
     * @param reader false for no reader at all
     */
    static PrivateCardService start(Path folder, boolean reader) throws IOException {
        need(PROGRAM, "pcscd");
        need(DRIVER, "vsmartcard-vpcd");
        Path run = Files.createDirectories(folder.resolve("run"));
        Path conf = Files.createDirectories(folder.resolve("conf"));
        Files.createDirectories(folder.resolve("none"));
        Path socket = run.resolve("pcscd/pcscd.comm");
        Files.deleteIfExists(socket);
        Files.deleteIfExists(run.resolve("pcscd/pcscd.pid"));
        Path readers = conf.resolve("readers");
        if (reader) {
            Files.writeString(readers, READER);
        } else {
            Files.deleteIfExists(readers);
        }
        for (boolean asUser : new boolean[] {false, true}) {
            Process process = process(folder, asUser ? "-Urmn" : "-mn");
            if (listens(process, socket)) {
                return new PrivateCardService(process, asUser);
            }
            stop(process);
        }
        throw new IOException(
                "a smart card service of our own needs the right to make namespaces, and iproute2");
    }

    private static void need(Path file, String debianPackage) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException(file + " is missing: package " + debianPackage);
        }
    }

    private static Process process(Path folder, String namespace) throws IOException {
        String script =
                "ip link set lo up && ip route replace table local local 127.0.0.1 dev lo quickack 1"
                        + " && mount --bind \"$0/run\" /run && exec 3<&0"
                        // Dies with us, also when we are killed: then its input ends.
                        + " && { (read -r end <&3; kill -9 $$) 2>/dev/null & exec "
                        + PROGRAM
                        + " -f -C -c \"$0/conf\"; }";
        var builder =
                new ProcessBuilder(
                        "unshare", namespace, "/bin/sh", "-c", script, folder.toString());
        builder.environment().put("PCSCLITE_HP_DROPDIR", folder.resolve("none").toString());
        File nowhere = new File("/dev/null");
        return builder.redirectErrorStream(true).redirectOutput(nowhere).start();
    }

    private static boolean listens(Process process, Path socket) throws IOException {
        try {
            for (int waited = 0; waited < START_MILLIS && process.isAlive(); waited += 10) {
                if (answers(socket)) {
                    return true;
                }
                Thread.sleep(10);
            }
            return false;
        } catch (InterruptedException e) {
            stop(process);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static boolean answers(Path socket) {
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return channel.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static void stop(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /**
     * A card's line to the virtual reader, which listens within the service's namespace only.
     *
     * @return a process whose input and output are the line
     */
    Process line() throws IOException {
        List<String> enter = new ArrayList<>(List.of("nsenter", "-t", "" + process.pid(), "-n"));
        if (asUser) {
            enter.addAll(List.of("-U", "--preserve-credentials"));
        }
        String both = "exec 3<>/dev/tcp/127.0.0.1/" + PORT + "; cat <&3 & exec cat >&3";
        enter.addAll(List.of("/bin/bash", "-c", both));
        return new ProcessBuilder(enter).redirectError(new File("/dev/null")).start();
    }

    /** As if the machine's cable to it were cut. */
    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        stop(process);
    }

    /** A copy of the client library: each remembers the socket of one service. */
    static void copyLibrary(Path folder) throws IOException {
        for (String place : List.of("/usr/lib", "/lib", "/usr/lib64")) {
            try (Stream<Path> files =
                    Files.find(Path.of(place), 2, PrivateCardService::isLibrary)) {
                var found = files.findFirst();
                if (found.isPresent()) {
                    Files.copy(found.get().toRealPath(), folder.resolve("libpcsclite.so.1"));
                    return;
                }
            }
        }
        throw new IOException("libpcsclite.so.1 is missing: package libpcsclite1");
    }

    private static boolean isLibrary(
            Path file, java.nio.file.attribute.BasicFileAttributes attributes) {
        return file.endsWith("libpcsclite.so.1");
    }
}
