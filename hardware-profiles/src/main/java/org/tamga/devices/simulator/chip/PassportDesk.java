package org.tamga.devices.simulator.chip;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.simulator.FaultScript;
import org.tamga.devices.simulator.SimulatedFault;
import org.tamga.devices.simulator.TestVisitor;

/**
 * The surface of a simulated reader: passports are laid there and taken away, and behave as badly
 * as they are told. Thread-safe.
 */
final class PassportDesk {
    static final Set<SimulatedFault> FAULTS =
            Collections.unmodifiableSet(
                    EnumSet.of(
                            SimulatedFault.NOBODY,
                            SimulatedFault.UNPLUGGED,
                            SimulatedFault.UNPLUGGED_MID_TRANSFER,
                            SimulatedFault.CARD_REMOVED,
                            SimulatedFault.WRONG_KEY,
                            SimulatedFault.FORGED,
                            SimulatedFault.WRONG_LENGTH,
                            SimulatedFault.ENDLESS_REPLY,
                            SimulatedFault.SLOW,
                            SimulatedFault.STUCK));
    static final byte[] ANSWER_TO_RESET =
            Bytes.of(0x3B, 0x88, 0x80, 0x01, 0, 0, 0, 0, 0, 0, 0, 0, 0x09);

    private static final List<String> TRUSTED = List.of("utopia.cer", "kyrgyzstan.cer");
    private static final int CARD_ACCESS = 0x011C;
    private static final int COMMANDS_BEFORE_LOSS = 20;
    private static final int SLOW_MILLIS = 15;
    private static final List<String> ANOTHER_MRZ =
            List.of(
                    "I<UTOX000000001<<<<<<<<<<<<<<<",
                    "8001014F3001019UTO<<<<<<<<<<<0",
                    "NOBODY<<NEMO<<<<<<<<<<<<<<<<<<");

    private final IssuingState state =
            new IssuingState("Utopia", Instant.now().minus(1, ChronoUnit.DAYS));
    private final IssuingState kyrgyzstan =
            new IssuingState("KG", "Drawn documents", Instant.now().minus(1, ChronoUnit.DAYS));
    private final FaultScript script = new FaultScript(FAULTS);
    private final PassportMaker.Kind kind;
    private @Nullable PassportFiles visitors;
    private @Nullable SoftPassport card;
    private int commands;
    private boolean closed;

    PassportDesk(PassportMaker.Kind kind) {
        this.kind = kind;
    }

    FaultScript script() {
        return script;
    }

    /** DER. */
    byte[] trustedAuthority() {
        return state.authority();
    }

    /** Lays the test visitor's document down, for one reading. */
    synchronized void lay() {
        lay(behaving(visitors()));
    }

    /** Lays somebody's document down, of Kyrgyzstan when its lines say so. */
    void lay(List<String> mrz, BufferedImage portrait) {
        IssuingState issuer = mrz.getFirst().startsWith("KGZ", 2) ? kyrgyzstan : state;
        lay(behaving(new PassportMaker(issuer).make(mrz, portrait, kind)));
    }

    private synchronized PassportFiles visitors() {
        PassportFiles files = visitors;
        if (files == null) {
            files = new PassportMaker(state).make(TestVisitor.mrz(), TestVisitor.face(), kind);
            visitors = files;
        }
        return files;
    }

    /** Lays any document down. */
    synchronized void lay(SoftPassport passport) {
        card = passport;
        commands = 0;
        notifyAll();
    }

    private SoftPassport behaving(PassportFiles genuine) {
        return new SoftPassport(
                switch (script.standing().orElse(null)) {
                    case FORGED -> forged(genuine);
                    case ENDLESS_REPLY -> genuine.with(CARD_ACCESS, endless());
                    case WRONG_KEY -> another();
                    case null, default -> genuine;
                });
    }

    private static PassportFiles forged(PassportFiles genuine) {
        byte[] portrait = Objects.requireNonNull(genuine.content().get(0x0102)).clone();
        portrait[portrait.length - 5] ^= 0x55;
        return genuine.with(0x0102, portrait);
    }

    /** A file that says it holds two gigabytes. */
    private static byte[] endless() {
        byte[] file = Arrays.copyOf(Bytes.of(0x31, 0x84, 0x7F, 0xFF, 0xFF, 0xFF), 30_000);
        Arrays.fill(file, 6, file.length, (byte) 0x30);
        return file;
    }

    PassportFiles another() {
        var other =
                new PassportMaker.Kind(
                        kind.pace(), false, PassportMaker.CopyProtection.NONE, "999999");
        return new PassportMaker(state).make(ANOTHER_MRZ, TestVisitor.face(), other);
    }

    synchronized boolean occupied() {
        return card != null && standing() != SimulatedFault.NOBODY;
    }

    boolean unplugged() {
        return standing() == SimulatedFault.UNPLUGGED;
    }

    private @Nullable SimulatedFault standing() {
        return script.standing().orElse(null);
    }

    /**
     * Power off, or off and on: a document that was read is taken away.
     *
     * @return true when it is taken away
     */
    synchronized boolean reset() {
        boolean taken = card != null && commands > 0;
        if (taken) {
            card = null;
        } else if (card != null) {
            card.reset();
        }
        return taken;
    }

    /** What the reader hears from the card. */
    sealed interface Heard {}

    /**
     * @param bytes the card's answer
     */
    record Answered(byte[] bytes) implements Heard {}

    /** The card is gone. */
    record Silence() implements Heard {}

    /** The reader itself is gone. */
    record Unplugged() implements Heard {}

    synchronized Heard transmit(byte[] command) {
        SoftPassport here = card;
        commands++;
        boolean lost = commands > COMMANDS_BEFORE_LOSS;
        switch (standing()) {
            case SLOW -> pause(SLOW_MILLIS);
            case STUCK -> {
                while (standing() == SimulatedFault.STUCK && !closed) {
                    pause(1_000);
                }
            }
            case CARD_REMOVED -> {
                if (lost) {
                    card = null;
                    return new Silence();
                }
            }
            case UNPLUGGED_MID_TRANSFER -> {
                if (lost) {
                    card = null;
                    return new Unplugged();
                }
            }
            case UNPLUGGED -> {
                return new Unplugged();
            }
            case null, default -> {}
        }
        if (here == null) {
            return new Silence();
        }
        byte[] answer = here.transmit(command);
        boolean cut = standing() == SimulatedFault.WRONG_LENGTH && lost && answer.length > 40;
        return new Answered(cut ? Arrays.copyOfRange(answer, 9, answer.length) : answer);
    }

    private void pause(int millis) {
        try {
            wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    synchronized void breakWith(SimulatedFault fault) {
        script.fromNowOn(fault);
        notifyAll();
    }

    synchronized void repair() {
        script.clear();
        notifyAll();
    }

    synchronized void close() {
        closed = true;
        card = null;
        notifyAll();
    }

    /** Leaves the trusted authorities in a folder, as a kit names one. */
    void writeTrust(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(TRUSTED.getFirst()), trustedAuthority());
        Files.write(folder.resolve(TRUSTED.getLast()), kyrgyzstan.authority());
    }

    static void removeTrust(Path folder) throws IOException {
        for (String file : TRUSTED) {
            Files.deleteIfExists(folder.resolve(file));
        }
        Files.deleteIfExists(folder);
    }
}
