package org.tamga.kiosk.shell;

/**
 * How well something is; each has its own colour, and its own icon for those who do not see
 * colours.
 */
public enum Level {
    GOOD("good"),
    WARNING("warning"),
    BAD("bad"),
    UNKNOWN("unknown");

    private final String styleClass;

    Level(String styleClass) {
        this.styleClass = styleClass;
    }

    public String styleClass() {
        return styleClass;
    }
}
