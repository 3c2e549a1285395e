package org.tamga.kiosk.identify;

import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.shell.Level;

/** One line of the last outcomes: time, kind and words without a name. */
public record RecentOutcome(String time, Level level, Message words) {}
