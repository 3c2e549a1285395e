package org.tamga.devices.simulator;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.ports.FingerImage;
import org.tamga.devices.simulator.SensorWindow.View;

/** What happens on a virtual reader's glass while it is open. For one thread. */
final class VirtualTouch {
    private static final int TOO_SHORT = 1;
    private static final int REMOVED = 0x100;
    private static final int PARTS = 40;
    private static final Duration SLOW_PART = Duration.ofMillis(20);
    private static final Duration POLL = Duration.ofMillis(10);

    /**
     * libfprint's virtual reader needs 100 ms to open and as long to close: after that a capture
     * that was cancelled as it began is over.
     */
    private static final Duration OPENING = Duration.ofMillis(250);

    /** A reader that is being closed still listens; a finger shown to it would be lost. */
    private static final Duration SETTLING = Duration.ofMillis(400);

    /** Sent again when the capture has not ended by then. */
    private static final Duration TAKEN_WITHIN = Duration.ofSeconds(3);

    private final SensorWindow window;
    private final FaultScript script;
    private final FingerSource fingers;
    private final Runnable unplug;
    private @Nullable FingerImage waiting;

    /**
     * @param unplug pulls the reader's cable
     */
    VirtualTouch(SensorWindow window, FaultScript script, FingerSource fingers, Runnable unplug) {
        this.window = window;
        this.script = script;
        this.fingers = fingers;
        this.unplug = unplug;
    }

    /** From the opened reader to the closed one. */
    void during(VirtualReaderSocket reader) throws IOException, InterruptedException {
        layDown();
        Thread.sleep(OPENING);
        if (reader.isOver()) {
            return;
        }
        Optional<SimulatedFault> fault = script.take();
        while (!reader.isOver()) {
            Optional<View> view = view(fault, reader);
            if (view.isPresent()) {
                show(reader, view.get(), fault);
            } else if (fault.isPresent()) {
                misbehave(reader, fault.get());
            }
            Thread.sleep(POLL);
            fault = fault.or(script::standing);
        }
    }

    private Optional<View> view(Optional<SimulatedFault> fault, VirtualReaderSocket reader)
            throws InterruptedException {
        if (fault.isEmpty()) {
            return finger(reader, SkinCondition.NORMAL);
        }
        return switch (fault.get()) {
            case WET_FINGER, DRY_FINGER, PARTIAL_FINGER ->
                    finger(reader, SkinCondition.of(fault.get()));
            case SLOW, WRONG_LENGTH, UNPLUGGED_MID_TRANSFER -> finger(reader, SkinCondition.NORMAL);
            case HUGE_IMAGE -> finger(reader, SkinCondition.NORMAL).map(SensorWindow::doubled);
            case BLACK_IMAGE -> Optional.of(window.black());
            default -> Optional.empty();
        };
    }

    private void layDown() {
        if (waiting == null) {
            waiting = fingers.next().orElse(null);
        }
    }

    /** A finger that lay down as the reader closed stays for the next capture. */
    private Optional<View> finger(VirtualReaderSocket reader, SkinCondition skin)
            throws InterruptedException {
        if (waiting == null) {
            layDown();
            awaitEnd(reader, waiting == null ? Duration.ZERO : SETTLING);
        }
        FingerImage lying = waiting;
        if (lying == null || reader.isOver()) {
            return Optional.empty();
        }
        waiting = null;
        try (FingerImage shown = lying) {
            return Optional.of(window.of(shown, skin));
        }
    }

    /** Nobody's finger lies there any more. */
    void lift() {
        FingerImage lying = waiting;
        waiting = null;
        if (lying != null) {
            lying.close();
        }
    }

    private static void misbehave(VirtualReaderSocket reader, SimulatedFault fault)
            throws IOException, InterruptedException {
        switch (fault) {
            case LIFTED_EARLY -> reader.say(VirtualReaderSocket.RETRY, TOO_SHORT);
            case UNPLUGGED -> reader.say(VirtualReaderSocket.ERROR, REMOVED);
            default -> {
                // Nobody comes.
                return;
            }
        }
        awaitEnd(reader);
    }

    /** Of an image that is cut off there are the header and half of the rows. */
    private void show(VirtualReaderSocket reader, View view, Optional<SimulatedFault> fault)
            throws IOException, InterruptedException {
        byte[] levels = view.levels();
        boolean pulled = fault.equals(Optional.of(SimulatedFault.UNPLUGGED_MID_TRANSFER));
        boolean cut = pulled || fault.equals(Optional.of(SimulatedFault.WRONG_LENGTH));
        Duration pause = fault.equals(Optional.of(SimulatedFault.SLOW)) ? SLOW_PART : Duration.ZERO;
        int sent = cut ? levels.length / 2 : levels.length;
        int part = Math.max(1, levels.length / PARTS);
        try {
            while (reader.listens()) {
                ByteBuffer bytes = ByteBuffer.wrap(levels, 0, sent);
                reader.image(view.width(), view.height(), bytes, pause, part);
                if (pulled) {
                    unplug.run();
                }
                if (cut) {
                    reader.hangUp();
                }
                awaitEnd(reader);
            }
        } finally {
            Arrays.fill(levels, (byte) 0);
        }
    }

    private static void awaitEnd(VirtualReaderSocket reader) throws InterruptedException {
        do {
            awaitEnd(reader, TAKEN_WITHIN);
        } while (!reader.isOver() && !reader.listens());
    }

    private static void awaitEnd(VirtualReaderSocket reader, Duration most)
            throws InterruptedException {
        long deadline = System.nanoTime() + most.toNanos();
        while (!reader.isOver() && System.nanoTime() < deadline) {
            Thread.sleep(POLL);
        }
    }
}
