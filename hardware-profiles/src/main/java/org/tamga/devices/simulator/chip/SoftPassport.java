package org.tamga.devices.simulator.chip;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The chip of a travel document: commands in, answers out. It shows nothing but EF.CardAccess to
 * those who do not know its password.
 */
public final class SoftPassport {
    private static final byte[] APPLICATION = Bytes.of(0xA0, 0, 0, 2, 0x47, 0x10, 0x01);
    private static final int CARD_ACCESS = 0x011C;

    private final PassportFiles files;
    private @Nullable SecureChannel channel;
    private @Nullable SecureChannel nextChannel;
    private @Nullable BasicAccess basic;
    private @Nullable PaceAccess pace;
    private boolean chipAuthentication;
    private byte @Nullable [] selected;

    public SoftPassport(PassportFiles files) {
        this.files = files;
    }

    /** Power off and on. */
    public void reset() {
        channel = null;
        nextChannel = null;
        basic = null;
        pace = null;
        chipAuthentication = false;
        selected = null;
    }

    /** Answers one command, whatever the bytes are. */
    public byte[] transmit(byte[] bytes) {
        Optional<Command> command = Command.of(bytes);
        if (command.isEmpty()) {
            return Answer.status(Answer.WRONG_LENGTH).bytes();
        }
        SecureChannel open = channel;
        if (!command.get().secure() || open == null) {
            // Plain commands end secure messaging.
            channel = null;
            byte[] answer = answer(command.get()).bytes();
            channel = nextChannel;
            nextChannel = null;
            return answer;
        }
        Optional<Command> plain = open.open(command.get());
        if (plain.isEmpty()) {
            channel = null;
            return Answer.status(Answer.SECURE_MESSAGING_WRONG).bytes();
        }
        byte[] answer = open.seal(answer(plain.get()));
        if (nextChannel != null) {
            channel = nextChannel;
            nextChannel = null;
        }
        return answer;
    }

    private Answer answer(Command command) {
        return switch (command.ins()) {
            case 0xA4 -> select(command);
            case 0xB0 -> read((command.p1() & 0x7F) << 8 | command.p2(), command.expected());
            case 0xB1 -> readFar(command);
            case 0x84 -> challenge();
            case 0x82 -> externalAuthenticate(command.data());
            case 0x22 -> manageSecurity(command.data());
            case 0x86 -> generalAuthenticate(command.data());
            case 0x88 -> internalAuthenticate(command.data());
            default -> Answer.status(Answer.UNKNOWN_COMMAND);
        };
    }

    private Answer select(Command command) {
        if (command.p1() == 0x04) {
            boolean known = Arrays.equals(command.data(), APPLICATION);
            return Answer.status(known ? Answer.OK : Answer.FILE_NOT_FOUND);
        }
        if (command.data().length != 2) {
            return Answer.status(Answer.OK);
        }
        int file = (command.data()[0] & 0xFF) << 8 | command.data()[1] & 0xFF;
        if (file == 0x3F00) {
            return Answer.status(Answer.OK);
        }
        if (channel == null && file != CARD_ACCESS) {
            return Answer.status(Answer.NOT_ALLOWED);
        }
        selected = files.content().get(file);
        return Answer.status(selected == null ? Answer.FILE_NOT_FOUND : Answer.OK);
    }

    private Answer read(int offset, int expected) {
        byte[] file = selected;
        if (file == null) {
            return Answer.status(Answer.NO_FILE_SELECTED);
        }
        if (offset >= file.length) {
            return Answer.status(Answer.WRONG_OFFSET);
        }
        return Answer.ok(
                Arrays.copyOfRange(file, offset, Math.min(file.length, offset + expected)));
    }

    /** Offsets past 32,767 come in an object of their own (odd instruction). */
    private Answer readFar(Command command) {
        Optional<byte[]> offset = Bytes.find(command.data(), 0x54);
        if (offset.isEmpty() || offset.get().length > 3) {
            return Answer.status(Answer.WRONG_DATA);
        }
        int at = 0;
        for (byte b : offset.get()) {
            at = at << 8 | b & 0xFF;
        }
        // The wanted number counts the object's own header too.
        int header = command.expected() > 0x82 ? 3 : 2;
        Answer plain = read(at, Math.max(1, command.expected() - header));
        return plain.status() == Answer.OK ? Answer.ok(Bytes.tlv(0x53, plain.data())) : plain;
    }

    private Answer challenge() {
        basic = new BasicAccess(files.passwords().basic());
        return basic.challenge();
    }

    private Answer externalAuthenticate(byte[] data) {
        BasicAccess access = basic;
        basic = null;
        Optional<BasicAccess.Agreed> agreed =
                access == null ? Optional.empty() : access.agree(data);
        agreed.ifPresent(a -> nextChannel = a.channel());
        return agreed.map(BasicAccess.Agreed::answer)
                .orElse(Answer.status(Answer.AUTHENTICATION_FAILED));
    }

    private Answer manageSecurity(byte[] data) {
        byte[] protocol = Bytes.find(data, 0x80).orElse(new byte[0]);
        if (Arrays.equals(protocol, PaceAccess.OID) && files.offersPace()) {
            int reference = Bytes.find(data, 0x83).map(r -> (int) r[0]).orElse(0);
            Optional<byte[]> password = files.passwords().pace(reference);
            password.ifPresent(p -> pace = new PaceAccess(p));
            return Answer.status(password.isPresent() ? Answer.OK : Answer.WRONG_DATA);
        }
        boolean known =
                channel != null && files.chipKey() != null && Arrays.equals(protocol, ChipKey.OID);
        chipAuthentication = known;
        return Answer.status(known ? Answer.OK : Answer.WRONG_DATA);
    }

    private Answer generalAuthenticate(byte[] data) {
        byte[] content = Bytes.find(data, 0x7C).orElse(new byte[0]);
        ChipKey key = files.chipKey();
        if (chipAuthentication && key != null) {
            chipAuthentication = false;
            Optional<SecureChannel> agreed = Bytes.find(content, 0x80).flatMap(key::agree);
            agreed.ifPresent(fresh -> nextChannel = fresh);
            return agreed.isPresent()
                    ? Answer.ok(Bytes.tlv(0x7C))
                    : Answer.status(Answer.WRONG_DATA);
        }
        PaceAccess access = pace;
        if (access == null) {
            return Answer.status(Answer.WRONG_DATA);
        }
        Optional<byte[]> token = Bytes.find(content, 0x85);
        if (token.isEmpty()) {
            return access.step(content);
        }
        pace = null;
        Optional<PaceAccess.Agreed> agreed = access.confirm(token.get());
        agreed.ifPresent(a -> nextChannel = a.channel());
        return agreed.map(PaceAccess.Agreed::answer)
                .orElse(Answer.status(Answer.AUTHENTICATION_FAILED));
    }

    /** Active authentication with ECDSA, plain encoding (clause 6.1). */
    private Answer internalAuthenticate(byte[] challenge) {
        var key = files.activeKey();
        if (channel == null || key == null) {
            return Answer.status(Answer.UNKNOWN_COMMAND);
        }
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key);
            signature.update(challenge);
            return Answer.ok(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
