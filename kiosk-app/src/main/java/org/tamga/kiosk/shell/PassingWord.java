package org.tamga.kiosk.shell;

import org.tamga.kiosk.i18n.Message;

/**
 * Short words that pass by themselves, for instance that a device was unplugged.
 *
 * @param icon Material Design icon literal of Ikonli
 */
public record PassingWord(Level level, String icon, Message text) {}
