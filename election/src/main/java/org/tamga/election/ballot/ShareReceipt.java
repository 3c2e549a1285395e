package org.tamga.election.ballot;

/** What a guardian finds when it opens a share (EG 3.2.2). */
public sealed interface ShareReceipt {
    /**
     * The share fits the sender's commitments.
     *
     * @param sender index of the sender
     */
    record Accepted(int sender) implements ShareReceipt {}

    /**
     * The share is to be disputed.
     *
     * @param problem BL-06, BL-07 or BL-08
     */
    record Refused(Problem problem) implements ShareReceipt {}
}
