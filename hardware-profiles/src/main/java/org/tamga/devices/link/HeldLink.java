package org.tamga.devices.link;

import org.jspecify.annotations.Nullable;
import org.tamga.devices.ports.DeviceFault;

/**
 * A link that is kept from one use of a device to the next. One user at a time connects; whoever
 * closes may do so meanwhile, from another thread.
 */
public final class HeldLink {
    private final LinkOpener opener;
    private final String device;
    private volatile @Nullable ByteLink link;
    private volatile boolean closed;

    /**
     * @param device its English name, for the message once it is closed
     */
    public HeldLink(LinkOpener opener, String device) {
        this.opener = opener;
        this.device = device;
    }

    /** The link, opened if it is not. */
    public ByteLink connected() throws LinkException {
        ByteLink open = link;
        if (open == null) {
            open = opener.open();
            link = open;
        }
        if (closed) {
            // Whoever closed may have overwritten the link before it saw this one.
            link = null;
            open.close();
            throw new LinkException(DeviceFault.UNPLUGGED, "the " + device + " was closed");
        }
        return open;
    }

    /** Lets go until the next use. */
    public void disconnect() {
        ByteLink open = link;
        link = null;
        if (open != null) {
            open.close();
        }
    }

    /** For good. */
    public void close() {
        closed = true;
        disconnect();
    }

    public boolean isClosed() {
        return closed;
    }
}
