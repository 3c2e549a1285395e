package org.tamga.devices.simulator.token;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.EnumSet;
import java.util.Set;
import org.tamga.devices.simulator.FaultScript;
import org.tamga.devices.simulator.SimulatedFault;
import org.tamga.devices.simulator.Simulator;

/** A PKCS#12 file with a throw-away key. */
public final class KeyFileSimulator implements Simulator {
    private static final String ANOTHER_PIN = "87654321";

    private final FaultScript script =
            new FaultScript(
                    EnumSet.of(
                            SimulatedFault.WRONG_PIN,
                            SimulatedFault.UNPLUGGED,
                            SimulatedFault.WRONG_LENGTH,
                            SimulatedFault.CLOCK_JUMP));
    private final TestKey key;
    private final String pin;
    private final Path folder;

    /**
     * @param parent an own folder is made in it
     */
    public KeyFileSimulator(TestKey key, String pin, Path parent) throws IOException {
        this.key = key;
        this.pin = pin;
        Files.createDirectories(parent);
        folder = Files.createTempDirectory(parent, "key-file");
        write(pin, key.valid());
    }

    private Path file() {
        return folder.resolve("official.p12");
    }

    private void write(String password, X509Certificate certificate) {
        try (OutputStream out = Files.newOutputStream(file())) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    "official",
                    key.pair().getPrivate(),
                    password.toCharArray(),
                    new Certificate[] {certificate});
            store.store(out, password.toCharArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String at() {
        return file().toString();
    }

    @Override
    public Set<SimulatedFault> faults() {
        return script.known();
    }

    @Override
    public void breakWith(SimulatedFault fault) {
        script.fromNowOn(fault);
        try {
            switch (fault) {
                case WRONG_PIN -> write(ANOTHER_PIN, key.valid());
                case CLOCK_JUMP -> write(pin, key.expired());
                case WRONG_LENGTH -> Files.write(file(), new byte[] {0x30, (byte) 0x82, 0x7F});
                default -> Files.deleteIfExists(file());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void repair() {
        script.clear();
        write(pin, key.valid());
    }

    /** Waits for nobody. */
    @Override
    public void present() {}

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file());
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
