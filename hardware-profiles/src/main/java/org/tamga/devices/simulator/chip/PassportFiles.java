package org.tamga.devices.simulator.chip;

import java.security.PrivateKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a chip holds.
 *
 * @param content elementary files by identifier
 * @param chipKey for chip authentication
 * @param activeKey for active authentication, EC
 */
public record PassportFiles(
        Map<Integer, byte[]> content,
        CardPasswords passwords,
        @Nullable ChipKey chipKey,
        @Nullable PrivateKey activeKey) {
    static final int CARD_ACCESS = 0x011C;

    public PassportFiles {
        content = Map.copyOf(content);
    }

    boolean offersPace() {
        return content.containsKey(CARD_ACCESS);
    }

    /** The same chip with another file in place of one. */
    public PassportFiles with(int file, byte[] bytes) {
        Map<Integer, byte[]> changed = new HashMap<>(content);
        changed.put(file, bytes);
        return new PassportFiles(changed, passwords, chipKey, activeKey);
    }

    /** The same chip without one file. */
    public PassportFiles without(int file) {
        Map<Integer, byte[]> changed = new HashMap<>(content);
        changed.remove(file);
        return new PassportFiles(changed, passwords, chipKey, activeKey);
    }

    /** The same files and no private key: what a copier makes who answers nothing. */
    public PassportFiles keyless() {
        return new PassportFiles(content, passwords, null, null);
    }

    /** The same files and another private key: what a copier makes. */
    public PassportFiles copied(PrivateKey another) {
        return new PassportFiles(content, passwords, new ChipKey(), another);
    }

    /** Personal data and keys: only the shape is text. */
    @Override
    public String toString() {
        return "PassportFiles[" + content.size() + " files]";
    }
}
