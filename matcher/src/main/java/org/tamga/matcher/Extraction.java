package org.tamga.matcher;

import java.util.List;
import org.tamga.matcher.engine.MinutiaeSet;

/** Which minutiae sets of an impression a template gets. More sets cost time and refuse fewer. */
public enum Extraction {
    /** SourceAFIS's own extraction alone, as other programs have it. */
    STOCK(List.of(MinutiaeSet.Kind.SOURCEAFIS)),
    /** Two sets of our own extraction: faster than stock, about half its errors. */
    STANDARD(List.of(MinutiaeSet.Kind.FINE, MinutiaeSet.Kind.BROAD)),
    /** All three: the fewest errors, at more than twice the time. */
    THOROUGH(List.of(MinutiaeSet.Kind.SOURCEAFIS, MinutiaeSet.Kind.FINE, MinutiaeSet.Kind.BROAD));

    private final List<MinutiaeSet.Kind> kinds;

    Extraction(List<MinutiaeSet.Kind> kinds) {
        this.kinds = kinds;
    }

    List<MinutiaeSet.Kind> kinds() {
        return kinds;
    }
}
