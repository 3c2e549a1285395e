package org.tamga.devices.document.code;

/** What came of reading text as a code's content. */
public sealed interface CodeReading {
    record Understood(ScannedCode code) implements CodeReading {}

    /**
     * @param reason one English line without the content
     */
    record Refused(String reason) implements CodeReading {}
}
