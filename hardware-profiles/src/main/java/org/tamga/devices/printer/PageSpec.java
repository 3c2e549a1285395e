package org.tamga.devices.printer;

/**
 * How a page printer prints.
 *
 * @param paper name of the sheet's size, A4
 * @param mostSecondsPerJob how long a job may take until it counts as failed, 10 … 1,800
 */
public record PageSpec(String paper, int mostSecondsPerJob) {}
