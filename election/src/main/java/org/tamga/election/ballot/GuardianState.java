package org.tamga.election.ballot;

import java.util.List;

/**
 * What a guardian must keep between its steps. Secret.
 *
 * @param coefficients a(0)…a(k−1)
 * @param communicationSecret ζ
 * @param received shares of the others, in order of arrival
 */
record GuardianState(
        int guardians,
        int threshold,
        GuardianPublicKey publicKey,
        List<ElementModQ> coefficients,
        ElementModQ communicationSecret,
        List<ReceivedShare> received) {
    GuardianState {
        coefficients = List.copyOf(coefficients);
        received = List.copyOf(received);
    }

    /**
     * A share that was found right.
     *
     * @param sender index
     * @param value P(sender) at this guardian's index
     */
    record ReceivedShare(int sender, ElementModQ value) {
        @Override
        public String toString() {
            return "ReceivedShare[" + sender + "]";
        }
    }

    @Override
    public String toString() {
        return "GuardianState[" + publicKey.index() + "]";
    }
}
