package org.tamga.devices.ports;

/** What became of a document sent to the page printer. */
public sealed interface PageResult {
    /**
     * @param job the print system's name of the job
     */
    record Printed(String job) implements PageResult {}

    record Failed(DeviceFault fault, String detail) implements PageResult {}
}
