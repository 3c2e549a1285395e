package org.tamga.matcher.face.model;

import java.nio.file.Path;

/** Outcome of installing or removing a network. */
public sealed interface ModelChange {

    /**
     * @param file where it lies, or lay
     */
    record Done(PinnedModel model, Path file) implements ModelChange {}

    /**
     * @param detail one English line
     */
    record Refused(FaceFault fault, String detail) implements ModelChange {}
}
