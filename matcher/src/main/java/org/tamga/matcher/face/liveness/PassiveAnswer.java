package org.tamga.matcher.face.liveness;

import org.tamga.matcher.face.model.FaceFault;

/** What a network says of a single picture of a face. */
public sealed interface PassiveAnswer {

    /**
     * @param evidence logit for a living face minus logit for a presented picture; without bounds,
     *     0 in the middle
     * @param suspicious whether it is below the limit
     */
    record Judged(double evidence, boolean suspicious) implements PassiveAnswer {}

    /**
     * @param detail one English line
     */
    record Unknown(FaceFault fault, String detail) implements PassiveAnswer {}
}
