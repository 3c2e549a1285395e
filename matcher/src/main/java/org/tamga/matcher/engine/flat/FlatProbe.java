package org.tamga.matcher.engine.flat;

/** One impression prepared to be compared with many. Immutable. */
public final class FlatProbe {
    final Minutiae minutiae;
    final Stars stars = new Stars();
    final RootIndex index;

    public FlatProbe(Minutiae minutiae) {
        this.minutiae = minutiae;
        stars.build(minutiae);
        index = new RootIndex(minutiae);
    }
}
