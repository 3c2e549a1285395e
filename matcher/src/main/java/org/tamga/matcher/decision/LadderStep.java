package org.tamga.matcher.decision;

/** What may be asked of the person next, in the order of the ladder. */
public enum LadderStep {
    /** Another impression of the finger presented last. */
    SAME_FINGER,
    /** A finger that was not presented yet; all count together. */
    NEXT_FINGER,
    /** The face beside the portrait of the claimed or nearly found person. */
    FACE,
    /** Document or personal number, then the fingers of that person only. */
    DOCUMENT,
    /** The program is at its end; people decide. */
    COMMISSION
}
