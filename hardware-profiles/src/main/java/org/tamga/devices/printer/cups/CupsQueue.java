package org.tamga.devices.printer.cups;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.DeviceFault;

/**
 * A print queue of this machine.
 *
 * @param port of the CUPS daemon on 127.0.0.1
 */
public record CupsQueue(int port, String name) {
    static final int USUAL_PORT = 631;

    private static final int HIGHEST_PORT = 65_535;

    private static final Pattern FORM =
            Pattern.compile(
                    "(?:http://(?:127\\.0\\.0\\.1|localhost):(\\d{1,5})/printers/)?([A-Za-z0-9_.-]{1,127})");

    public static CupsQueue of(String at) throws LinkException {
        Matcher form = FORM.matcher(at);
        if (!form.matches() || port(form) > HIGHEST_PORT) {
            throw new LinkException(
                    DeviceFault.NOT_FOUND,
                    "\"%s\" is neither a queue's name nor http://127.0.0.1:port/printers/name"
                            .formatted(at));
        }
        return new CupsQueue(port(form), form.group(2));
    }

    private static int port(Matcher form) {
        String port = form.group(1);
        return port == null ? USUAL_PORT : Integer.parseInt(port);
    }

    /** Whether the print service of the system itself keeps it. */
    public boolean isOfTheSystem() {
        return port == USUAL_PORT;
    }

    URI http() {
        return URI.create("http://127.0.0.1:" + port + "/printers/" + name);
    }

    URI ipp() {
        return URI.create("ipp://127.0.0.1:" + port + "/printers/" + name);
    }
}
