package org.tamga.matcher.command;

import picocli.CommandLine.Option;

/** The false match rate that a 1:1 comparison is held to. */
final class FmrOption {
    @Option(
            names = "--fmr",
            paramLabel = "N",
            defaultValue = "100",
            description = "accepted impostors per million (default ${DEFAULT-VALUE})")
    private int perMillion = 100;

    /**
     * @return 1 to 100,000
     * @throws CommandFailure MC-01 for another number
     */
    int perMillion() {
        if (perMillion < 1 || perMillion > 100_000) {
            throw new CommandFailure("--fmr must be 1 to 100000, not " + perMillion, "MC-01");
        }
        return perMillion;
    }
}
