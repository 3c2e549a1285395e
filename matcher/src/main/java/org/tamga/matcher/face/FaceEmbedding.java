package org.tamga.matcher.face;

import org.tamga.matcher.face.model.FaceFault;

/** Outcome of turning a face into a vector. */
public sealed interface FaceEmbedding {

    /** The caller closes the vector. */
    record Embedded(FaceVector vector) implements FaceEmbedding {}

    /**
     * @param detail one English line
     */
    record Failed(FaceFault fault, String detail) implements FaceEmbedding {}
}
