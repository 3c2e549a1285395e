package org.tamga.devices;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.tamga.devices.command.DevicesCommandLine;

/** Entry point of {@code tamga devices}. */
public final class DevicesCommand {
    private DevicesCommand() {}

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(DevicesCommandLine.run(out, err, arguments));
    }
}
