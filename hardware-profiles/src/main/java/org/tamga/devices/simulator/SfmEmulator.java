package org.tamga.devices.simulator;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.scanner.FingerSpec;
import org.tamga.devices.scanner.SfmPackets;
import org.tamga.devices.scanner.SfmPackets.Packet;

/**
 * A Suprema SFM module at the byte level: it looks for a finger until its own timeout, says that
 * the scan is done, then gives the image in data packets, each after the one before was
 * acknowledged.
 */
public final class SfmEmulator implements SerialEmulator {
    private static final int HEADER = 28;
    private static final int NOISE_A_TURN = 2_048;

    private final FingerSpec spec;
    private final SimulatedGlass glass;
    private final boolean extended;
    private final FaultScript script =
            new FaultScript(
                    EnumSet.of(
                            SimulatedFault.NOBODY,
                            SimulatedFault.LIFTED_EARLY,
                            SimulatedFault.BLACK_IMAGE,
                            SimulatedFault.WET_FINGER,
                            SimulatedFault.DRY_FINGER,
                            SimulatedFault.PARTIAL_FINGER,
                            SimulatedFault.WRONG_CHECKSUM,
                            SimulatedFault.WRONG_LENGTH,
                            SimulatedFault.HUGE_IMAGE,
                            SimulatedFault.ENDLESS_REPLY));
    private byte[] pending = {};
    private Duration patience = Duration.ofSeconds(10);
    private int format = 0x31;
    private int scanning;
    private long lookingUntil;
    private int packetBytes;
    private byte @Nullable [] image;
    private int sent;
    private boolean endless;

    /**
     * @param extended whether it knows the extended data transfer; older modules do not
     */
    public SfmEmulator(FingerSpec spec, FingerSource source, boolean extended) {
        this.spec = spec;
        this.glass = new SimulatedGlass(spec, source);
        this.extended = extended;
    }

    @Override
    public FaultScript script() {
        return script;
    }

    @Override
    public void present() {
        glass.present();
    }

    @Override
    public synchronized void reset() {
        glass.clear();
        pending = new byte[0];
        scanning = 0;
        image = null;
        endless = false;
        format = 0x31;
        patience = Duration.ofSeconds(10);
    }

    @Override
    public synchronized byte[] receive(byte[] bytes) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(pending);
        all.writeBytes(bytes);
        pending = all.toByteArray();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (pending.length >= SfmPackets.LENGTH) {
            byte[] front = Arrays.copyOf(pending, SfmPackets.LENGTH);
            boolean whole = SfmPackets.isPacket(front);
            pending = Arrays.copyOfRange(pending, whole ? front.length : 1, pending.length);
            if (whole) {
                answer(Packet.decode(front), out);
            }
        }
        if (scanning != 0) {
            look(out);
        }
        if (endless) {
            out.writeBytes(new byte[NOISE_A_TURN]);
        }
        return out.toByteArray();
    }

    private void answer(Packet request, ByteArrayOutputStream out) {
        int command = request.command();
        switch (command) {
            case SfmPackets.SET_PARAMETER -> {
                set(request.flag(), request.size());
                reply(out, command, 0, request.size(), SfmPackets.SUCCESS);
            }
            case SfmPackets.SCAN_IMAGE, SfmPackets.SCAN_IMAGE_EXTENDED -> {
                boolean confirms = request.flag() == SfmPackets.DATA_OK;
                if (confirms || request.flag() == SfmPackets.DATA_ERROR) {
                    image = confirms ? image : null;
                    dataPacket(out);
                } else if (command == SfmPackets.SCAN_IMAGE_EXTENDED && !extended) {
                    reply(out, command, 0, 0, SfmPackets.UNSUPPORTED);
                } else {
                    scanning = command;
                    packetBytes = request.size();
                    lookingUntil = System.nanoTime() + patience.toNanos();
                }
            }
            case SfmPackets.CANCEL -> {
                scanning = 0;
                image = null;
                reply(out, command, 0, 0, SfmPackets.SUCCESS);
            }
            default -> reply(out, command, 0, 0, SfmPackets.UNSUPPORTED);
        }
    }

    private void set(int parameter, int value) {
        if (parameter == SfmPackets.PARAMETER_TIMEOUT) {
            patience = Duration.ofSeconds(value - 0x30L);
        } else if (parameter == SfmPackets.PARAMETER_IMAGE_FORMAT) {
            format = value;
        }
    }

    private void look(ByteArrayOutputStream out) {
        SimulatedFault fault = script.standing().orElse(null);
        Optional<byte[]> finger =
                fault == SimulatedFault.NOBODY
                        ? Optional.empty()
                        : glass.look(Optional.ofNullable(fault));
        int command = scanning;
        if (fault == SimulatedFault.LIFTED_EARLY) {
            scanning = 0;
            reply(out, command, 0, 0, SfmPackets.SCAN_FAIL);
        } else if (fault == SimulatedFault.BLACK_IMAGE || finger.isPresent()) {
            scanning = 0;
            byte[] gray =
                    fault == SimulatedFault.BLACK_IMAGE ? glass.black() : finger.orElseThrow();
            image = withHeader(gray);
            sent = 0;
            reply(out, command, 0, 0, SfmPackets.SCAN_SUCCESS);
            int size = fault == SimulatedFault.HUGE_IMAGE ? Integer.MAX_VALUE : image.length;
            reply(out, command, 0, size, SfmPackets.SUCCESS);
            endless = fault == SimulatedFault.ENDLESS_REPLY;
            transfer(command, fault, out);
        } else if (System.nanoTime() >= lookingUntil) {
            scanning = 0;
            reply(out, command, 0, 0, SfmPackets.TIME_OUT);
        }
    }

    private void transfer(int command, @Nullable SimulatedFault fault, ByteArrayOutputStream out) {
        byte[] whole = image;
        if (endless || fault == SimulatedFault.HUGE_IMAGE || whole == null) {
            image = null;
        } else if (command == SfmPackets.SCAN_IMAGE_EXTENDED) {
            dataPacket(out);
        } else {
            image = null;
            out.writeBytes(whole);
            out.write(fault == SimulatedFault.WRONG_CHECKSUM ? 0x0B : 0x0A);
        }
    }

    /** What UFImage of the published SDK is: seven integers, then the pixels. */
    private byte[] withHeader(byte[] gray) {
        boolean grey = format == 0x30;
        ByteBuffer bytes = ByteBuffer.allocate(HEADER + gray.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(spec.width()).putInt(spec.height()).putInt(0).putInt(0);
        bytes.putInt(grey ? 0 : 1).putInt(gray.length).putInt(0).put(gray);
        return bytes.array();
    }

    private void dataPacket(ByteArrayOutputStream out) {
        byte[] whole = image;
        if (whole == null || sent >= whole.length) {
            image = null;
            return;
        }
        int count = (whole.length + packetBytes - 1) / packetBytes;
        int index = sent / packetBytes;
        int size = Math.min(packetBytes, whole.length - sent);
        SimulatedFault fault = script.standing().orElse(null);
        int told = fault == SimulatedFault.WRONG_LENGTH && index == 1 ? -5 : size;
        reply(out, SfmPackets.SCAN_IMAGE_EXTENDED, index << 16 | count, told, 0);
        out.write(whole, sent, size);
        int sum = SfmPackets.sum(whole, sent, sent + size);
        sum += fault == SimulatedFault.WRONG_CHECKSUM && index == 1 ? 1 : 0;
        for (int shift = 0; shift < 32; shift += 8) {
            out.write(sum >> shift);
        }
        sent += size;
    }

    private static void reply(
            ByteArrayOutputStream out, int command, int param, int size, int flag) {
        out.writeBytes(new Packet(command, param, size, flag).encode());
    }
}
