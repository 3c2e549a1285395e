package org.tamga.kiosk.shell;

import org.tamga.kiosk.i18n.Message;

/** One entry of the status bar: short words, and how well it is. */
public record Indicator(Level level, Message text) {

    public static final Indicator UNKNOWN = new Indicator(Level.UNKNOWN, Message.NONE);

    public static Indicator good(String key, Object... arguments) {
        return new Indicator(Level.GOOD, Message.of(key, arguments));
    }

    public static Indicator warning(String key, Object... arguments) {
        return new Indicator(Level.WARNING, Message.of(key, arguments));
    }

    public static Indicator bad(String key, Object... arguments) {
        return new Indicator(Level.BAD, Message.of(key, arguments));
    }
}
