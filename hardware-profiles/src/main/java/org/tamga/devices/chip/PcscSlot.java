package org.tamga.devices.chip;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.chip.PcscLibrary.Card;
import org.tamga.devices.chip.PcscLibrary.Result;
import org.tamga.devices.link.Inquiry;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.DeviceFault;
import org.tamga.devices.ports.Presence;

/** A reader behind the smart card service. */
final class PcscSlot implements CardSlot {
    private static final long PRESENT = 0x20;
    private static final long MUTE = 0x200;
    private static final long CHANGED = 0x2;
    private static final long NEWS_MILLIS = 1_000;

    /** A service that the system starts when it is first asked needs its time. */
    private static final Duration GLANCE = Duration.ofSeconds(1);

    /** Opens the client library when it is first needed: it may be installed meanwhile. */
    @FunctionalInterface
    interface LibraryOpener {
        PcscLibrary open() throws LinkException;
    }

    private final LibraryOpener opener;
    private final Pattern reader;
    private @Nullable PcscLibrary library;
    private @Nullable Session session;
    private volatile boolean seen;
    private final Inquiry<Presence> presence = new Inquiry<>("chip reader?", GLANCE, this::look);

    /** A conversation with the service about one reader. */
    private record Session(PcscLibrary library, long context, String reader) {}

    /**
     * @param reader found in the reader's name; an empty one takes the first reader
     */
    PcscSlot(LibraryOpener opener, Pattern reader) {
        this.opener = opener;
        this.reader = reader;
    }

    @Override
    public Presence presence() {
        return presence.ask()
                .orElseGet(
                        () ->
                                new Presence.Absent(
                                        DeviceFault.OFFLINE,
                                        "the smart card service does not answer"));
    }

    private Presence look() {
        try {
            Session glance = start();
            glance.library().releaseContext(glance.context());
            return new Presence.Attached();
        } catch (LinkException e) {
            return new Presence.Absent(e.fault(), e.detail());
        }
    }

    private synchronized PcscLibrary library() throws LinkException {
        if (library == null) {
            library = opener.open();
        }
        return library;
    }

    private Session start() throws LinkException {
        PcscLibrary pcsc = library();
        Result<Long> context = pcsc.establishContext();
        if (PcscLibrary.failed(context.code())) {
            throw PcscErrors.opening(context.code());
        }
        Result<List<String>> readers = pcsc.readers(context.value());
        Optional<String> found =
                readers.value().stream().filter(name -> reader.matcher(name).find()).findFirst();
        if (PcscLibrary.failed(readers.code()) || found.isEmpty()) {
            pcsc.releaseContext(context.value());
            throw seen
                    ? new LinkException(DeviceFault.UNPLUGGED, "the chip reader was pulled out")
                    : PcscLibrary.failed(readers.code())
                            ? PcscErrors.opening(readers.code())
                            : new LinkException(
                                    DeviceFault.NOT_FOUND,
                                    "no chip reader of that name is attached");
        }
        seen = true;
        return new Session(pcsc, context.value(), found.get());
    }

    private Session session() throws LinkException {
        Session open = session;
        if (open == null) {
            open = start();
            session = open;
        }
        return open;
    }

    @Override
    public boolean awaitCard(Duration time) throws LinkException {
        Session open = session();
        Result<Long> now = open.library().state(open.context(), open.reader(), 0, 0);
        if (now.code() == PcscLibrary.SUCCESS && !lies(now.value())) {
            now =
                    open.library()
                            .state(
                                    open.context(),
                                    open.reader(),
                                    now.value() & ~CHANGED,
                                    time.toMillis());
        }
        if (now.code() == PcscErrors.TIMEOUT) {
            return false;
        }
        if (PcscLibrary.failed(now.code())) {
            end();
            throw PcscErrors.using(now.code());
        }
        return lies(now.value());
    }

    private static boolean lies(long state) {
        return (state & PRESENT) != 0 && (state & MUTE) == 0;
    }

    @Override
    public CardLink connect() throws LinkException {
        Session open = session();
        Result<Card> card = open.library().connect(open.context(), open.reader());
        if (PcscLibrary.failed(card.code())) {
            end();
            throw PcscErrors.using(card.code());
        }
        return new PcscCard(open.library(), card.value(), this::whyLost, this::end);
    }

    /** Why a card stopped answering: it, its reader, or something else. */
    private LinkException whyLost(int code) {
        Session open = session;
        if (open == null) {
            return PcscErrors.using(code);
        }
        Result<Long> state = open.library().state(open.context(), open.reader(), 0, 0);
        if (state.code() == PcscLibrary.SUCCESS && lies(state.value())) {
            // The service looks at its readers twice a second.
            Result<Long> news =
                    open.library()
                            .state(
                                    open.context(),
                                    open.reader(),
                                    state.value() & ~CHANGED,
                                    NEWS_MILLIS);
            state = news.code() == PcscErrors.TIMEOUT ? state : news;
        }
        if (PcscLibrary.failed(state.code())) {
            return PcscErrors.using(state.code());
        }
        return lies(state.value())
                ? PcscErrors.using(code)
                : new LinkException(DeviceFault.CARD_REMOVED, "the document was taken away");
    }

    private void end() {
        Session open = session;
        session = null;
        if (open != null) {
            open.library().releaseContext(open.context());
        }
    }

    @Override
    public void rest() {
        end();
    }

    /** The thread that reads ends its conversation by itself: {@link #rest}. */
    @Override
    public void close() {}
}
