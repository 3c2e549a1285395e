package org.tamga.devices.camera.mjpeg;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.DeviceFault;

/**
 * Where a network camera may be: {@code http://}, a literal address of this machine or of a private
 * network. Names are not looked up, so nobody who answers for a name can lead the terminal
 * elsewhere.
 */
public record CameraAddress(URI uri, InetAddress host, int port) {
    private static final int HTTP = 80;
    private static final int HIGHEST_PORT = 65_535;

    public static CameraAddress of(String text) throws LinkException {
        try {
            URI uri = new URI(text);
            String host = uri.getHost();
            if (!"http".equals(uri.getScheme()) || host == null || uri.getUserInfo() != null) {
                throw refused(text + " is not an address http://a.b.c.d:port/path");
            }
            InetAddress address = InetAddress.ofLiteral(bare(host));
            if (uri.getPort() > HIGHEST_PORT) {
                throw refused(text + " has no port of TCP");
            }
            if (!near(address)) {
                throw refused(text + " is outside of this machine and of private networks");
            }
            return new CameraAddress(uri, address, uri.getPort() < 0 ? HTTP : uri.getPort());
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw refused(text + " has no literal IP address");
        }
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static boolean near(InetAddress address) {
        byte[] raw = address.getAddress();
        boolean uniqueLocal = raw.length == 16 && (raw[0] & 0xFE) == 0xFC;
        return address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || uniqueLocal;
    }

    private static LinkException refused(String detail) {
        return new LinkException(DeviceFault.NOT_FOUND, detail);
    }
}
