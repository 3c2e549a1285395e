package org.tamga.matcher.command;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tamga.matcher.dedup.DedupFault;
import org.tamga.matcher.dedup.grid.GridAddress;
import org.tamga.matcher.dedup.grid.GridSettings;
import picocli.CommandLine.Option;

/** How a process takes part in a grid. */
final class GridOptions {
    /** Where members listen unless told otherwise. */
    static final int PORT = 5701;

    @Option(
            names = "--cluster",
            paramLabel = "NAME",
            defaultValue = "tamga",
            description =
                    "name that all members of this grid share; it is no password (default"
                            + " ${DEFAULT-VALUE})")
    private String cluster = "tamga";

    @Option(
            names = "--members",
            paramLabel = "HOST:PORT",
            split = ",",
            description = "where members can be found, some of them or all")
    private List<String> members = List.of();

    @Option(
            names = "--closed-network",
            description =
                    "says that the network between the members is closed or a tunnel: templates"
                            + " travel through it unencrypted. Needed for other than loopback"
                            + " addresses")
    private boolean closedNetwork;

    // Java forgets the level of a logger that nobody holds.
    private final Logger logger = Logger.getLogger("com.hazelcast");
    private final Logger addresses = Logger.getLogger("com.hazelcast.instance.AddressPicker");

    GridSettings settings(String bind, int usualPort) {
        if (GridOptions.class.getClassLoader().getResource("com/hazelcast/core/Hazelcast.class")
                == null) {
            throw DedupOptions.failure(
                    DedupFault.GRID_NOT_INSTALLED,
                    "the grid's library is not on the class path; start with ./tamga matcher grid");
        }
        logger.setLevel(Level.WARNING);
        addresses.setLevel(Level.OFF);
        GridAddress own = address(bind, usualPort);
        List<GridAddress> others = new ArrayList<>();
        members.forEach(member -> others.add(address(member, PORT)));
        if (others.isEmpty()) {
            others.add(own);
        }
        others.forEach(this::checkNetwork);
        checkNetwork(own);
        return new GridSettings(cluster, own, others);
    }

    private static GridAddress address(String text, int usualPort) {
        return GridAddress.of(text, usualPort)
                .orElseThrow(
                        () ->
                                DedupOptions.failure(
                                        DedupFault.BAD_ADDRESS,
                                        "an address is HOST or HOST:PORT, not " + text));
    }

    private void checkNetwork(GridAddress address) {
        if (!closedNetwork && !address.isLoopback()) {
            throw DedupOptions.failure(
                    DedupFault.OPEN_NETWORK,
                    address
                            + " is on a network, where templates would travel unencrypted;"
                            + " --closed-network says that nobody else is on it");
        }
    }
}
