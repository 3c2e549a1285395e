package org.tamga.kiosk.shell;

import org.tamga.election.definition.ElectionKind;
import org.tamga.election.text.LocalizedText;

/**
 * What the header says about the election.
 *
 * @param kind anything but {@code REAL} is marked across the whole window
 */
public record ElectionMark(ElectionKind kind, LocalizedText title, LocalizedText station) {}
