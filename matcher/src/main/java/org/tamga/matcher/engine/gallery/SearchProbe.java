package org.tamga.matcher.engine.gallery;

import java.util.List;
import org.tamga.matcher.engine.cylinder.CylinderCode;
import org.tamga.matcher.engine.flat.FlatProbe;
import org.tamga.matcher.engine.flat.Minutiae;

/**
 * One presented finger as both stages of a search need it.
 *
 * @param sets prepared for the exact stage
 * @param code of the first set, for the first stage
 */
public record SearchProbe(List<FlatProbe> sets, CylinderCode code) {
    public SearchProbe {
        sets = List.copyOf(sets);
    }

    public SearchProbe(List<Minutiae> sets) {
        this(sets.stream().map(FlatProbe::new).toList(), CylinderCode.of(sets.getFirst()));
    }
}
