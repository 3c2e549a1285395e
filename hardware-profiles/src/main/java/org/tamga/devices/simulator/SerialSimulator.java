package org.tamga.devices.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.DeviceFault;

/** An emulated device on a pseudo-terminal, and everything that befalls any serial line. */
public final class SerialSimulator implements Simulator {
    private static final Set<SimulatedFault> OF_ANY_LINE =
            Set.of(
                    SimulatedFault.UNPLUGGED,
                    SimulatedFault.UNPLUGGED_MID_TRANSFER,
                    SimulatedFault.NOISE,
                    SimulatedFault.SLOW,
                    SimulatedFault.STUCK);

    private static final int NOISE_BYTES = 5;
    private static final int SHORTEST_TRANSFER = 64;
    private static final Duration SLOWNESS = Duration.ofMillis(150);

    private final SerialEmulator emulator;
    private final TerminalPlace place;
    private final FaultScript lineFaults = new FaultScript(OF_ANY_LINE);
    private final Random random = new Random(7);
    private volatile boolean cut;

    private SerialSimulator(SerialEmulator emulator, Path link, int baud) {
        this.emulator = emulator;
        this.place = new TerminalPlace(link, this::receive, baud);
    }

    /**
     * @param folder where its place is made; created
     * @param name of the place, unique within the folder while the simulator lives
     * @param baud the device's rate, 0 for as fast as possible
     * @throws IOException when the system gives no pseudo-terminal
     */
    public static SerialSimulator start(SerialEmulator emulator, Path folder, String name, int baud)
            throws IOException {
        Files.createDirectories(folder);
        var simulator = new SerialSimulator(emulator, folder.resolve(name).toAbsolutePath(), baud);
        simulator.place.plug();
        return simulator;
    }

    private byte[] receive(byte[] bytes) throws LinkException {
        if (cut) {
            throw new LinkException(DeviceFault.UNPLUGGED, "the simulated cable was pulled");
        }
        SimulatedFault fault = lineFaults.standing().orElse(null);
        if (fault == SimulatedFault.STUCK) {
            return new byte[0];
        }
        byte[] answer = emulator.receive(bytes);
        if (answer.length == 0 || fault == null) {
            return answer;
        }
        return switch (fault) {
            case NOISE -> noiseThen(answer);
            case SLOW -> late(answer);
            case UNPLUGGED_MID_TRANSFER -> cutWithin(answer);
            default -> answer;
        };
    }

    /** Bytes that are no text and no packet's header. */
    private byte[] noiseThen(byte[] answer) {
        byte[] all = new byte[NOISE_BYTES + answer.length];
        for (int i = 0; i < NOISE_BYTES; i++) {
            all[i] = (byte) (0xF8 + random.nextInt(8));
        }
        System.arraycopy(answer, 0, all, NOISE_BYTES, answer.length);
        return all;
    }

    private static byte[] late(byte[] answer) {
        try {
            Thread.sleep(SLOWNESS);
        } catch (InterruptedException e) {
            // The cable is being pulled: nobody hears the answer.
            Thread.currentThread().interrupt();
            return new byte[0];
        }
        return answer;
    }

    private byte[] cutWithin(byte[] answer) throws LinkException {
        if (answer.length < SHORTEST_TRANSFER) {
            return answer;
        }
        cut = true;
        place.vanish();
        return Arrays.copyOf(answer, answer.length / 2);
    }

    /** Where documents are laid, when the device at the line reads documents. */
    public Optional<DocumentPlate> documents() {
        return emulator instanceof DocumentPlate plate ? Optional.of(plate) : Optional.empty();
    }

    @Override
    public String at() {
        return place.link().toString();
    }

    @Override
    public Set<SimulatedFault> faults() {
        EnumSet<SimulatedFault> all = EnumSet.copyOf(OF_ANY_LINE);
        all.addAll(emulator.script().known());
        return all;
    }

    @Override
    public void breakWith(SimulatedFault fault) {
        if (OF_ANY_LINE.contains(fault)) {
            lineFaults.fromNowOn(fault);
            if (fault == SimulatedFault.UNPLUGGED) {
                place.unplug();
            }
        } else {
            emulator.script().fromNowOn(fault);
        }
    }

    @Override
    public void repair() {
        lineFaults.clear();
        emulator.script().clear();
        emulator.reset();
        if (cut || !place.isThere()) {
            // The old terminal ends first: it must not answer again.
            place.unplug();
            cut = false;
            place.plugAgain();
        }
    }

    @Override
    public void present() {
        emulator.present();
    }

    @Override
    public void close() {
        place.unplug();
        emulator.reset();
    }
}
