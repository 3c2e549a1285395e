package org.tamga.matcher.face.liveness;

/** What a person is asked to do; sides are the person's own. */
public enum Prompt {
    TURN_LEFT(1),
    TURN_RIGHT(-1),
    BLINK(0);

    private final int side;

    Prompt(int side) {
        this.side = side;
    }

    /** Sign of the nose's offset that the prompt asks for, 0 for none. */
    int side() {
        return side;
    }
}
