package org.tamga.devices.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.DeviceFault;

/**
 * The emulated receipt printer on a pseudo-terminal, as a serial line or in place of {@code
 * /dev/usb/lp0}.
 */
public final class EscPosLine implements Simulator {
    private static final Set<SimulatedFault> OF_THE_LINE =
            Set.of(
                    SimulatedFault.UNPLUGGED,
                    SimulatedFault.UNPLUGGED_MID_TRANSFER,
                    SimulatedFault.NOISE,
                    SimulatedFault.SLOW);

    private static final byte[] NOISE = {(byte) 0xFF, (byte) 0xF9, (byte) 0xFD};
    private static final int LONG_ENOUGH_TO_BE_A_PICTURE = 200;
    private static final Duration SLOWNESS = Duration.ofMillis(120);
    private static final int BITS_A_BYTE = 10;

    private final EscPosEmulator printer;
    private final FaultScript line = new FaultScript(OF_THE_LINE);
    private final TerminalPlace place;
    private final int baud;
    private int received;

    private EscPosLine(EscPosEmulator printer, Path link, int baud) {
        this.printer = printer;
        this.place = new TerminalPlace(link, this::receive, baud);
        this.baud = baud;
    }

    /**
     * @param folder where its place is made; created
     * @param baud 0 for as fast as possible
     * @throws IOException when the system gives no pseudo-terminal
     */
    public static EscPosLine start(EscPosEmulator printer, Path folder, int baud)
            throws IOException {
        Files.createDirectories(folder);
        Path link = Files.createTempFile(folder, "printer", "").toAbsolutePath();
        EscPosLine simulator = new EscPosLine(printer, link, baud);
        simulator.place.plug();
        return simulator;
    }

    /** The printer's own state and slips. */
    public EscPosEmulator printer() {
        return printer;
    }

    /** What arrives takes its time on the wire too. */
    private byte[] receive(byte[] bytes) throws LinkException {
        SimulatedFault fault = line.standing().orElse(null);
        received += bytes.length;
        if (fault == SimulatedFault.UNPLUGGED_MID_TRANSFER
                && received > LONG_ENOUGH_TO_BE_A_PICTURE) {
            place.vanish();
            throw new LinkException(DeviceFault.UNPLUGGED, "the simulated cable was pulled");
        }
        pause(baud == 0 ? 0 : (long) bytes.length * BITS_A_BYTE * 1_000 / baud);
        byte[] answer = printer.receive(bytes);
        if (answer.length == 0 || fault == null) {
            return answer;
        }
        if (fault == SimulatedFault.SLOW) {
            pause(SLOWNESS.toMillis());
        }
        return fault == SimulatedFault.NOISE ? noisy(answer) : answer;
    }

    private static byte[] noisy(byte[] answer) {
        byte[] all = Arrays.copyOf(NOISE, NOISE.length + answer.length);
        System.arraycopy(answer, 0, all, NOISE.length, answer.length);
        return all;
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            // The cable is being pulled.
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String at() {
        return place.link().toString();
    }

    @Override
    public Set<SimulatedFault> faults() {
        EnumSet<SimulatedFault> all = EnumSet.copyOf(OF_THE_LINE);
        all.addAll(printer.faults());
        return all;
    }

    @Override
    public void breakWith(SimulatedFault fault) {
        if (!OF_THE_LINE.contains(fault)) {
            printer.breakWith(fault);
            return;
        }
        received = 0;
        line.fromNowOn(fault);
        if (fault == SimulatedFault.UNPLUGGED) {
            place.unplug();
        }
    }

    @Override
    public void repair() {
        line.clear();
        printer.repair();
        if (!place.isThere()) {
            place.plugAgain();
        }
    }

    @Override
    public void present() {
        printer.present();
    }

    @Override
    public void close() {
        place.unplug();
        printer.close();
    }
}
