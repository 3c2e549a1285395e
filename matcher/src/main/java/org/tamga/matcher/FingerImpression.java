package org.tamga.matcher;

/** One enrolled or exchanged impression of a finger. */
public record FingerImpression(FingerPosition position, FingerTemplate template) {}
