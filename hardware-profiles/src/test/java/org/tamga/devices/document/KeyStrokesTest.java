package org.tamga.devices.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Key strokes from the kernel's event stream")
class KeyStrokesTest {
    private static final int EV_KEY = 1;

    private final KeyStrokes strokes = new KeyStrokes();

    private static byte[] event(int type, int code, int value) {
        ByteBuffer event =
                ByteBuffer.allocate(KeyStrokes.EVENT_BYTES).order(ByteOrder.nativeOrder());
        event.putLong(1).putLong(2).putShort((short) type).putShort((short) code).putInt(value);
        return event.array();
    }

    private void send(int type, int code, int value) {
        strokes.add(event(type, code, value), KeyStrokes.EVENT_BYTES);
    }

    private void tap(int code) {
        send(EV_KEY, code, 1);
        send(0, 0, 0);
        send(EV_KEY, code, 0);
    }

    @Test
    void type_all_characters_that_documents_hold() {
        String all = "ABCXYZ<0189 abz,.-_|{}\":]Q1/?~!@#$%^&*()+='`\\";
        for (int i = 0; i < all.length(); i++) {
            UsKeyboard.Stroke stroke = UsKeyboard.strokeFor(all.charAt(i)).orElseThrow();
            send(EV_KEY, UsKeyboard.LEFT_SHIFT, stroke.shift() ? 1 : 0);
            tap(stroke.code());
        }
        tap(UsKeyboard.ENTER);
        assertEquals(List.of(all), strokes.lines());
    }

    @Test
    void know_shift_on_both_sides_the_caps_lock_control_and_the_keypad() {
        send(EV_KEY, UsKeyboard.RIGHT_SHIFT, 1);
        tap(30);
        send(EV_KEY, UsKeyboard.RIGHT_SHIFT, 0);
        tap(UsKeyboard.CAPS_LOCK);
        tap(30);
        tap(2);
        tap(UsKeyboard.CAPS_LOCK);
        tap(30);
        send(EV_KEY, UsKeyboard.LEFT_CONTROL, 1);
        tap(27);
        send(EV_KEY, UsKeyboard.LEFT_CONTROL, 0);
        tap(71);
        tap(UsKeyboard.KEYPAD_ENTER);
        assertEquals(List.of("AA1a\u001d7"), strokes.lines());
    }

    @Test
    void count_a_held_key_once_and_skip_what_is_no_key() {
        send(EV_KEY, 30, 1);
        send(EV_KEY, 30, 2);
        send(EV_KEY, 30, 2);
        send(EV_KEY, 30, 0);
        send(4, 4, 0x70004);
        send(2, 30, 1);
        tap(500);
        tap(UsKeyboard.ENTER);
        tap(UsKeyboard.ENTER);
        assertEquals(List.of("a"), strokes.lines());
        assertFalse(strokes.within());
    }

    @Test
    void arrive_in_pieces_of_any_size() {
        byte[] press = event(EV_KEY, 30, 1);
        for (byte piece : press) {
            assertTrue(strokes.isEmpty());
            strokes.add(new byte[] {piece}, 1);
        }
        assertTrue(strokes.within());
    }

    @Test
    void that_the_kernel_dropped_make_a_scan_incomplete() {
        tap(30);
        send(0, 3, 0);
        assertTrue(strokes.flaw().isPresent());
    }

    @Test
    void take_a_hundred_thousand_random_streams_without_harm_and_keep_no_more_than_allowed() {
        Random random = new Random(24);
        byte[] bytes = new byte[10 * KeyStrokes.EVENT_BYTES];
        for (int i = 0; i < 100_000; i++) {
            KeyStrokes stream = new KeyStrokes();
            random.nextBytes(bytes);
            for (int at = 16; at < bytes.length; at += KeyStrokes.EVENT_BYTES) {
                if (random.nextInt(4) > 0) {
                    byte[] plausible =
                            event(random.nextInt(3), random.nextInt(130), random.nextInt(3));
                    System.arraycopy(plausible, 16, bytes, at, 8);
                }
            }
            stream.add(bytes, bytes.length - random.nextInt(30));
            assertTrue(stream.lines().size() <= 10);
        }
        for (int i = 0; i < 3 * ScanBuffer.LONGEST; i++) {
            tap(30);
        }
        tap(UsKeyboard.ENTER);
        assertTrue(strokes.overflows());
        assertEquals(ScanBuffer.LONGEST + 1, strokes.lines().getFirst().length());
    }
}
