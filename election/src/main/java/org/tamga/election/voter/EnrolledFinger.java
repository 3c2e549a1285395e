package org.tamga.election.voter;

/**
 * A finger of a voter.
 *
 * @param position finger position code of ISO/IEC 19794-2: 1 right thumb .. 5 right little, 6 left
 *     thumb .. 10 left little
 * @param template in the matcher's form; opaque here
 */
public record EnrolledFinger(int position, WipingBytes template) implements AutoCloseable {
    public EnrolledFinger {
        if (position < 1 || position > 10) {
            throw new IllegalArgumentException("a finger position is 1..10");
        }
    }

    @Override
    public void close() {
        template.close();
    }
}
