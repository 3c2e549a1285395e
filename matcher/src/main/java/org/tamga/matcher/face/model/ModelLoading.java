package org.tamga.matcher.face.model;

/** Outcome of reading a network's file. */
public sealed interface ModelLoading {

    /**
     * @param content whose digest was just checked, in memory
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    record Loaded(PinnedModel model, byte[] content) implements ModelLoading {}

    /**
     * @param detail one English line
     */
    record Refused(FaceFault fault, String detail) implements ModelLoading {}
}
