package org.tamga.matcher.dedup.grid;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a member of a grid listens.
 *
 * @param port 0 for any free one
 */
public record GridAddress(String host, int port) {
    private static final Pattern FORM =
            Pattern.compile("([\\p{Alnum}.-]+|\\[[\\p{XDigit}:.]+])(?::(\\d{1,5}))?");
    private static final int HIGHEST_PORT = 65_535;

    /** Reads {@code HOST} or {@code HOST:PORT}; empty when it is neither. */
    public static Optional<GridAddress> of(String text, int usualPort) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int port = form.group(2) == null ? usualPort : Integer.parseInt(form.group(2));
        String host = form.group(1).replaceAll("[\\[\\]]", "");
        return port > HIGHEST_PORT ? Optional.empty() : Optional.of(new GridAddress(host, port));
    }

    /** Whether it can be reached from this machine only; false when the name is not known. */
    public boolean isLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
