package org.tamga.kiosk.shell;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The line at the foot of the window: terminal, clock and what is attached. */
public final class StatusBarViewModel {

    /** What has a place on the bar, in its order from left to right. */
    public enum Part {
        SCANNER("mdi2f-fingerprint"),
        CAMERA("mdi2v-video-outline"),
        PRINTER("mdi2p-printer-outline"),
        PAPER("mdi2p-paper-roll-outline"),
        POWER("mdi2p-power-plug-outline"),
        NETWORK("mdi2l-lan"),
        CLOCK("mdi2c-clock-outline");

        private final String icon;

        Part(String icon) {
            this.icon = icon;
        }

        public String icon() {
            return icon;
        }
    }

    private final StringProperty terminal = new SimpleStringProperty(this, "terminal", "");
    private final BooleanProperty simulated = new SimpleBooleanProperty(this, "simulated");
    private final Map<Part, ObjectProperty<Indicator>> parts = new EnumMap<>(Part.class);

    public StatusBarViewModel() {
        for (Part part : Part.values()) {
            parts.put(part, new SimpleObjectProperty<>(this, part.name(), Indicator.UNKNOWN));
        }
    }

    public StringProperty terminalProperty() {
        return terminal;
    }

    /** True when at least one attached device is a simulator; marked in a strong colour. */
    public BooleanProperty simulatedProperty() {
        return simulated;
    }

    public ObjectProperty<Indicator> property(Part part) {
        ObjectProperty<Indicator> property = parts.get(part);
        if (property == null) {
            throw new AssertionError(part);
        }
        return property;
    }

    public void show(Map<Part, Indicator> indicators) {
        indicators.forEach((part, indicator) -> property(part).set(indicator));
    }
}
