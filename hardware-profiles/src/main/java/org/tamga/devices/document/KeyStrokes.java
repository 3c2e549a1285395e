package org.tamga.devices.document;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes lines of a stream of {@code struct input_event} (24 bytes on 64-bit machines: time 16, type
 * 2, code 2, value 4; the machine's byte order). Enter ends a line. Nothing longer than {@link
 * ScanBuffer#LONGEST} is kept.
 */
final class KeyStrokes implements Scan {
    static final int EVENT_BYTES = 24;

    private static final int TYPE_AT = 16;
    private static final int EV_SYN = 0;
    private static final int EV_KEY = 1;
    private static final int SYN_DROPPED = 3;
    private static final int RELEASED = 0;
    private static final int PRESSED = 1;

    private final ByteBuffer event =
            ByteBuffer.allocate(EVENT_BYTES).order(ByteOrder.nativeOrder());
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private int length;
    private boolean shift;
    private boolean control;
    private boolean capitals;
    private boolean lost;

    @Override
    public void add(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            event.put(bytes[i]);
            if (!event.hasRemaining()) {
                event.flip();
                take(
                        event.getShort(TYPE_AT) & 0xFFFF,
                        event.getShort(TYPE_AT + 2) & 0xFFFF,
                        event.getInt(TYPE_AT + 4));
                event.clear();
            }
        }
    }

    private void take(int type, int code, int value) {
        if (type == EV_SYN && code == SYN_DROPPED) {
            lost = true;
        } else if (type == EV_KEY) {
            switch (code) {
                case UsKeyboard.LEFT_SHIFT, UsKeyboard.RIGHT_SHIFT -> shift = value != RELEASED;
                case UsKeyboard.LEFT_CONTROL, UsKeyboard.RIGHT_CONTROL ->
                        control = value != RELEASED;
                case UsKeyboard.CAPS_LOCK -> capitals ^= value == PRESSED;
                default -> {
                    if (value == PRESSED) {
                        press(code);
                    }
                }
            }
        }
    }

    private void press(int code) {
        if (code == UsKeyboard.ENTER || code == UsKeyboard.KEYPAD_ENTER) {
            if (!line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
            }
        } else if (!overflows()) {
            UsKeyboard.typed(code, shift, capitals)
                    .ifPresent(
                            typed -> {
                                line.append(control ? (char) (typed & 0x1F) : typed.charValue());
                                length++;
                            });
        }
    }

    @Override
    public boolean isEmpty() {
        return lines.isEmpty() && line.isEmpty();
    }

    @Override
    public boolean ended() {
        return false;
    }

    /** True when something was typed that Enter has not ended yet. */
    @Override
    public boolean within() {
        return !line.isEmpty();
    }

    @Override
    public boolean overflows() {
        return length > ScanBuffer.LONGEST;
    }

    @Override
    public Optional<String> flaw() {
        if (lost) {
            return Optional.of("the kernel lost key strokes");
        }
        return within() ? Optional.of("the scan does not end with Enter") : Optional.empty();
    }

    @Override
    public List<String> lines() {
        return List.copyOf(lines);
    }
}
