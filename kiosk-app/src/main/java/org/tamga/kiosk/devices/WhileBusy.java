package org.tamga.kiosk.devices;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.tamga.devices.ports.CancelSignal;

/** What used a device a moment ago may need a moment more to let it go. */
public final class WhileBusy {

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int TRIES = 16;

    private WhileBusy() {}

    /**
     * Uses a device, and again for about four seconds as long as somebody else has it.
     *
     * @return the last answer; still busy when nobody let it go, or when it was cancelled
     */
    public static <T> T retry(CancelSignal cancel, Predicate<T> isBusy, Supplier<T> use) {
        T answer = use.get();
        for (int i = 0; i < TRIES && isBusy.test(answer) && !cancel.await(PAUSE); i++) {
            answer = use.get();
        }
        return answer;
    }
}
