package org.tamga.matcher.dedup.grid;

import java.util.List;

/**
 * How a process takes part in a grid.
 *
 * @param cluster name that all members share: it keeps grids apart, it is no password
 * @param bind where this process listens
 * @param members where the others can be found
 */
public record GridSettings(String cluster, GridAddress bind, List<GridAddress> members) {
    public GridSettings {
        members = List.copyOf(members);
    }
}
