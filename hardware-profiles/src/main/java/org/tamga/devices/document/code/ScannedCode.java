package org.tamga.devices.document.code;

import java.util.Optional;

/**
 * One scanned code.
 *
 * @param payload what it holds, without the reader's additions
 * @param symbology the kind of code, when the reader names it
 * @param prefix what the reader had put before the text and was taken off, e.g. {@code ]Q1}; empty
 *     for nothing
 * @param controlsRemoved how many control characters were taken out
 */
public record ScannedCode(
        CodePayload payload, Optional<Symbology> symbology, String prefix, int controlsRemoved) {}
