package org.tamga.devices.chip;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tamga.devices.foreign.ProcessEnvironment;
import org.tamga.devices.link.LinkException;
import org.tamga.devices.ports.DeviceFault;

/**
 * The client library of the smart card service (PC/SC lite, {@code winscard.h}); its {@code LONG}
 * and {@code DWORD} have 64 bits on 64-bit Linux. Called directly, for Java's own binding keeps one
 * context for the life of the process and loses every reader for ever when the service restarts.
 */
final class PcscLibrary {
    static final long SUCCESS = 0;
    static final String NAME = "libpcsclite.so.1";

    private static final String SOCKET_VARIABLE = "PCSCLITE_CSOCK_NAME";
    private static final long SCOPE_SYSTEM = 2;
    private static final long SHARE_EXCLUSIVE = 1;
    private static final long ANY_PROTOCOL = 3;
    private static final long RESET_CARD = 1;
    private static final long LONGEST_NAMES = 16 * 1_024;
    private static final long STATE_SIZE = 80;
    private static final long CURRENT_STATE = 16;
    private static final long EVENT_STATE = 24;

    private final Arena arena = Arena.ofAuto();
    private final Linker linker = Linker.nativeLinker();
    private final Optional<Path> socket;
    private final MethodHandle establish;
    private final MethodHandle release;
    private final MethodHandle list;
    private final MethodHandle status;
    private final MethodHandle connect;
    private final MethodHandle disconnect;
    private final MethodHandle transmit;

    private PcscLibrary(String library, Optional<Path> socket) {
        SymbolLookup lookup = SymbolLookup.libraryLookup(library, arena);
        this.socket = socket;
        establish = function(lookup, "SCardEstablishContext", JAVA_LONG, ADDRESS, ADDRESS, ADDRESS);
        release = function(lookup, "SCardReleaseContext", JAVA_LONG);
        list = function(lookup, "SCardListReaders", JAVA_LONG, ADDRESS, ADDRESS, ADDRESS);
        status = function(lookup, "SCardGetStatusChange", JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_LONG);
        connect =
                function(
                        lookup,
                        "SCardConnect",
                        JAVA_LONG,
                        ADDRESS,
                        JAVA_LONG,
                        JAVA_LONG,
                        ADDRESS,
                        ADDRESS);
        disconnect = function(lookup, "SCardDisconnect", JAVA_LONG, JAVA_LONG);
        transmit =
                function(
                        lookup,
                        "SCardTransmit",
                        JAVA_LONG,
                        ADDRESS,
                        ADDRESS,
                        JAVA_LONG,
                        ADDRESS,
                        ADDRESS,
                        ADDRESS);
    }

    /**
     * The system's library and service.
     *
     * @throws LinkException {@code DRIVER_MISSING}
     */
    static PcscLibrary ofSystem() throws LinkException {
        return open(NAME, Optional.empty());
    }

    /**
     * Another service, behind its own copy of the library: a library remembers its socket.
     *
     * @param folder holds the library's copy
     * @param socket where the service listens
     */
    static PcscLibrary of(Path folder, Path socket) throws LinkException {
        return open(folder.resolve(NAME).toString(), Optional.of(socket));
    }

    private static PcscLibrary open(String library, Optional<Path> socket) throws LinkException {
        try {
            return new PcscLibrary(library, socket);
        } catch (IllegalArgumentException e) {
            throw new LinkException(
                    DeviceFault.DRIVER_MISSING, "libpcsclite is missing: package libpcsclite1");
        }
    }

    private MethodHandle function(SymbolLookup lookup, String name, MemoryLayout... arguments) {
        return linker.downcallHandle(
                lookup.find(name).orElseThrow(() -> new IllegalArgumentException(name)),
                FunctionDescriptor.of(JAVA_LONG, arguments));
    }

    /** A status code of {@code winscard.h}, or 0. */
    static boolean failed(long code) {
        return code != SUCCESS;
    }

    /**
     * What one call gives.
     *
     * @param code 0, or why the value means nothing
     */
    record Result<T>(int code, T value) {}

    Result<Long> establishContext() {
        socket.ifPresent(path -> ProcessEnvironment.set(SOCKET_VARIABLE, path.toString()));
        try (Arena call = Arena.ofConfined()) {
            MemorySegment context = call.allocate(JAVA_LONG);
            long code =
                    (long)
                            establish.invokeExact(
                                    SCOPE_SYSTEM, MemorySegment.NULL, MemorySegment.NULL, context);
            return new Result<>((int) code, context.get(JAVA_LONG, 0));
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    void releaseContext(long context) {
        try {
            long _ = (long) release.invokeExact(context);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    Result<List<String>> readers(long context) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment length = call.allocateFrom(JAVA_LONG, LONGEST_NAMES);
            MemorySegment names = call.allocate(LONGEST_NAMES);
            long code = (long) list.invokeExact(context, MemorySegment.NULL, names, length);
            List<String> found = new ArrayList<>();
            long at = 0;
            long end = Math.min(LONGEST_NAMES, length.get(JAVA_LONG, 0));
            while (code == SUCCESS && at < end - 1) {
                String name = names.getString(at);
                if (name.isEmpty()) {
                    break;
                }
                found.add(name);
                at += name.getBytes(java.nio.charset.StandardCharsets.UTF_8).length + 1;
            }
            return new Result<>((int) code, List.copyOf(found));
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * State of a reader.
     *
     * @param known the state that is no news; 0 for an answer at once
     * @param millis how long to wait for news
     */
    Result<Long> state(long context, String reader, long known, long millis) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment state = call.allocate(STATE_SIZE, 8);
            state.set(ADDRESS, 0, call.allocateFrom(reader));
            state.set(JAVA_LONG, CURRENT_STATE, known);
            long code = (long) status.invokeExact(context, millis, state, 1L);
            return new Result<>((int) code, state.get(JAVA_LONG, EVENT_STATE));
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A card that nobody else may use meanwhile.
     *
     * @param protocol 1 for T=0, 2 for T=1
     */
    record Card(long handle, long protocol) {}

    Result<Card> connect(long context, String reader) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment handle = call.allocate(JAVA_LONG);
            MemorySegment protocol = call.allocate(JAVA_LONG);
            long code =
                    (long)
                            connect.invokeExact(
                                    context,
                                    call.allocateFrom(reader),
                                    SHARE_EXCLUSIVE,
                                    ANY_PROTOCOL,
                                    handle,
                                    protocol);
            return new Result<>(
                    (int) code, new Card(handle.get(JAVA_LONG, 0), protocol.get(JAVA_LONG, 0)));
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    void disconnect(Card card) {
        try {
            long _ = (long) disconnect.invokeExact(card.handle(), RESET_CARD);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    Result<byte[]> transmit(Card card, byte[] command) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment protocol = call.allocateFrom(JAVA_LONG, card.protocol(), 16);
            MemorySegment sent =
                    call.allocateFrom(java.lang.foreign.ValueLayout.JAVA_BYTE, command);
            MemorySegment heard = call.allocate(CardLink.LONGEST_ANSWER);
            MemorySegment length = call.allocateFrom(JAVA_LONG, (long) CardLink.LONGEST_ANSWER);
            long code =
                    (long)
                            transmit.invokeExact(
                                    card.handle(),
                                    protocol,
                                    sent,
                                    (long) command.length,
                                    MemorySegment.NULL,
                                    heard,
                                    length);
            long bytes = code == SUCCESS ? length.get(JAVA_LONG, 0) : 0;
            byte[] answer =
                    heard.asSlice(0, Math.clamp(bytes, 0, CardLink.LONGEST_ANSWER))
                            .toArray(java.lang.foreign.ValueLayout.JAVA_BYTE);
            return new Result<>((int) code, answer);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
