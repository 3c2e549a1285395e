package org.tamga.election.definition;

/** What a control ratio claims of its left and right sum. */
public enum Relation {
    EQ,
    LE,
    GE;

    public boolean holds(long left, long right) {
        return switch (this) {
            case EQ -> left == right;
            case LE -> left <= right;
            case GE -> left >= right;
        };
    }
}
