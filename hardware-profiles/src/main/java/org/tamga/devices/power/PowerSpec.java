package org.tamga.devices.power;

/**
 * @param lowPercent charge below which a station on battery should stop taking voters, 1 … 99
 */
public record PowerSpec(int lowPercent) {}
