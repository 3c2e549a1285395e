package org.tamga.station;

/** Outcome of reading {@code terminal.json}. */
public sealed interface ConfigReading {
    record Read(TerminalConfig config) implements ConfigReading {}

    /**
     * @param detail what is wrong, one English line
     */
    record Refused(ConfigRefusal reason, String detail) implements ConfigReading {}
}
