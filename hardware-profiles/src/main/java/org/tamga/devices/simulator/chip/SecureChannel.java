package org.tamga.devices.simulator.chip;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/** The card's side of secure messaging (ICAO Doc 9303-11, clause 9.8). */
final class SecureChannel {
    private final CardCrypto crypto;
    private final byte[] encryptionKey;
    private final byte[] macKey;
    private final byte[] counter;

    /**
     * @param counter send sequence counter, as long as a block of the cipher
     */
    SecureChannel(CardCrypto crypto, byte[] secret, byte[] counter) {
        this.crypto = crypto;
        this.encryptionKey = CardCrypto.derive(secret, 1);
        this.macKey = CardCrypto.derive(secret, 2);
        this.counter = counter.clone();
    }

    /** The plain command; empty when its MAC is wrong. */
    Optional<Command> open(Command command) {
        count();
        byte[] data = command.data();
        Optional<byte[]> mac = Bytes.find(data, 0x8E);
        if (mac.isEmpty() || data.length < 10) {
            return Optional.empty();
        }
        byte[] objects = Arrays.copyOf(data, data.length - 10);
        byte[] header =
                Bytes.pad(
                        Bytes.of(command.cla(), command.ins(), command.p1(), command.p2()),
                        crypto.block());
        byte[] covered = Bytes.join(counter, header, objects);
        byte[] padded = objects.length == 0 ? covered : Bytes.pad(covered, crypto.block());
        if (!MessageDigest.isEqual(mac.get(), crypto.mac(macKey, padded))) {
            return Optional.empty();
        }
        byte[] plain =
                Bytes.find(objects, 0x87)
                        .map(object -> decrypt(Arrays.copyOfRange(object, 1, object.length)))
                        .or(() -> Bytes.find(objects, 0x85).map(this::decrypt))
                        .orElse(new byte[0]);
        int expected = Bytes.find(objects, 0x97).map(SecureChannel::number).orElse(0);
        return Optional.of(
                new Command(
                        command.cla(), command.ins(), command.p1(), command.p2(), plain, expected));
    }

    private static int number(byte[] expected) {
        int number = 0;
        for (byte b : expected) {
            number = number << 8 | b & 0xFF;
        }
        return number == 0 ? 1 << 8 * expected.length : number;
    }

    /** Seals an answer. */
    byte[] seal(Answer answer) {
        count();
        byte[] status = Bytes.of(answer.status() >> 8, answer.status());
        byte[] data =
                answer.data().length == 0
                        ? new byte[0]
                        : Bytes.tlv(
                                0x87,
                                Bytes.of(1),
                                crypto.encrypt(
                                        encryptionKey,
                                        vector(),
                                        Bytes.pad(answer.data(), crypto.block())));
        byte[] objects = Bytes.join(data, Bytes.tlv(0x99, status));
        byte[] covered = Bytes.pad(Bytes.join(counter, objects), crypto.block());
        return Bytes.join(objects, Bytes.tlv(0x8E, crypto.mac(macKey, covered)), status);
    }

    private byte[] decrypt(byte[] hidden) {
        return Bytes.unpad(crypto.decrypt(encryptionKey, vector(), hidden));
    }

    private byte[] vector() {
        return switch (crypto) {
            case TRIPLE_DES -> new byte[8];
            case AES -> crypto.encrypt(encryptionKey, new byte[16], counter);
        };
    }

    private void count() {
        int at = counter.length - 1;
        // The carry goes on to the byte before.
        while (at >= 0 && ++counter[at] == 0) {
            at--;
        }
    }
}
