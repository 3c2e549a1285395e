package org.tamga.kiosk.opening;

import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.shell.Level;

/**
 * A condition as it is now.
 *
 * @param level GOOD holds, UNKNOWN not yet done, WARNING does not stand in the way, BAD does
 */
public record CheckResult(Check check, Level level, Message detail) {

    /** Whether the station may open as far as this condition goes. */
    public boolean passed() {
        return level == Level.GOOD || level == Level.WARNING;
    }
}
