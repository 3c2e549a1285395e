package org.tamga.devices.scanner.sbi;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.DeviceFault;

/**
 * Where a service is looked for and whom it must come from, written {@code 4501-4600
 * /etc/tamga/sbi.pem}: ports of 127.0.0.1, then a PEM file with the certificates of device
 * providers that are trusted.
 */
public record SbiAddress(int firstPort, int lastPort, Path anchors) {
    private static final int FIRST = 4501;
    private static final int LAST = 4600;
    private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(\\d{4}))? +(/.+)");

    public static SbiAddress of(String text) throws LinkException {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw wrong("\"%s\" is not of the form 4501-4600 /path/of/certificates.pem", text);
        }
        int first = Integer.parseInt(form.group(1));
        String second = form.group(2);
        int last = second == null ? first : Integer.parseInt(second);
        if (first < FIRST || last > LAST || first > last) {
            throw wrong("ports %s are not within 4501-4600", text);
        }
        return new SbiAddress(first, last, Path.of(form.group(3)));
    }

    private static LinkException wrong(String form, String text) {
        return new LinkException(DeviceFault.NOT_FOUND, form.formatted(text));
    }
}
