package org.tamga.devices.token;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A token maker's PKCS#11 library (OASIS Cryptoki 2.40), the functions that signing needs. Called
 * directly, for Java's own provider finds no token by its label, does not tell how many PINs are
 * left, stays logged in between two loads of a key store, and never lets go of a library.
 */
public final class Cryptoki {
    public static final long OK = 0;
    static final long ALREADY_INITIALIZED = 0x191;
    public static final long CLASS = 0x0;
    public static final long VALUE = 0x11;
    public static final long ID = 0x102;
    static final long SIGN = 0x108;
    static final long ALWAYS_AUTHENTICATE = 0x202;

    private static final int INITIALIZE = 0;
    private static final int FINALIZE = 1;
    private static final int GET_SLOT_LIST = 4;
    private static final int GET_TOKEN_INFO = 6;
    private static final int SET_PIN = 11;
    private static final int OPEN_SESSION = 12;
    private static final int CLOSE_SESSION = 13;
    private static final int LOGIN = 18;
    private static final int LOGOUT = 19;
    private static final int CREATE_OBJECT = 20;
    private static final int DESTROY_OBJECT = 22;
    private static final int GET_ATTRIBUTE = 24;
    private static final int FIND_INIT = 26;
    private static final int FIND = 27;
    private static final int FIND_FINAL = 28;
    private static final int SIGN_INIT = 42;
    private static final int SIGN_ALL = 43;

    private static final long FUNCTION_LIST_SIZE = 8 + 68 * 8;
    private static final long OS_LOCKING_OK = 2;
    private static final long SERIAL_SESSION = 4;
    private static final long READ_WRITE_SESSION = 2;
    private static final long USER = 1;
    private static final int TOKEN_INFO_SIZE = 512;
    private static final long TOKEN_FLAGS_OFFSET = 96;
    private static final int ATTRIBUTE_SIZE = 24;
    private static final int MOST_SLOTS = 64;
    private static final int MOST_OBJECTS = 32;
    private static final int LARGEST_VALUE = 1 << 16;
    private static final int LONGEST_SIGNATURE = 1_024;

    private final Linker linker = Linker.nativeLinker();
    private final MemorySegment functions;

    private Cryptoki(MemorySegment functions) {
        this.functions = functions;
    }

    /**
     * Loads a library, for good: makers' libraries do not survive being unloaded.
     *
     * @throws IllegalArgumentException when it is not there or is no such library
     */
    public static Cryptoki load(Path library) {
        SymbolLookup lookup = SymbolLookup.libraryLookup(library, Arena.global());
        MemorySegment entry =
                lookup.find("C_GetFunctionList")
                        .orElseThrow(() -> new IllegalArgumentException("no PKCS#11 library"));
        MethodHandle get =
                Linker.nativeLinker()
                        .downcallHandle(entry, FunctionDescriptor.of(JAVA_LONG, ADDRESS));
        try (Arena call = Arena.ofConfined()) {
            MemorySegment list = call.allocate(ADDRESS);
            long failed = (long) get.invokeExact(list);
            if (failed != OK) {
                throw new IllegalArgumentException("no PKCS#11 functions");
            }
            return new Cryptoki(list.get(ADDRESS, 0).reinterpret(FUNCTION_LIST_SIZE));
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private MethodHandle function(int index, MemoryLayout... arguments) {
        MemorySegment address = functions.get(ADDRESS, 8L + 8L * index);
        return linker.downcallHandle(address, FunctionDescriptor.of(JAVA_LONG, arguments));
    }

    /**
     * What one call gives.
     *
     * @param code {@code CKR_…}; unless 0 the value means nothing
     */
    public record Result<T>(long code, T value) {
        public boolean failed() {
            return code != OK;
        }
    }

    /** {@code CKR_…}; a library that was initialized already is as good. */
    public long initialize() {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment arguments = call.allocate(48, 8);
            arguments.set(JAVA_LONG, 32, OS_LOCKING_OK);
            return (long) function(INITIALIZE, ADDRESS).invokeExact(arguments);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends every session of this process with the library. */
    public long terminate() {
        try {
            return (long) function(FINALIZE, ADDRESS).invokeExact(MemorySegment.NULL);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A token in a slot.
     *
     * @param flags {@code CKF_…}
     */
    public record Token(long slot, String label, long flags) {
        private static final long COUNT_LOW = 0x10000;
        private static final long FINAL_TRY = 0x20000;
        private static final long LOCKED = 0x40000;

        public boolean locked() {
            return (flags & LOCKED) != 0;
        }

        boolean finalTry() {
            return (flags & FINAL_TRY) != 0;
        }

        boolean countLow() {
            return (flags & COUNT_LOW) != 0;
        }
    }

    /** The tokens that are there. */
    public Result<List<Token>> tokens() {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment count = call.allocateFrom(JAVA_LONG, (long) MOST_SLOTS);
            MemorySegment slots = call.allocate(JAVA_LONG, MOST_SLOTS);
            long code =
                    (long)
                            function(GET_SLOT_LIST, JAVA_BYTE, ADDRESS, ADDRESS)
                                    .invokeExact((byte) 1, slots, count);
            List<Token> found = new ArrayList<>();
            long most = Math.min(MOST_SLOTS, count.get(JAVA_LONG, 0));
            for (long n = 0; code == OK && n < most; n++) {
                token(slots.getAtIndex(JAVA_LONG, n)).ifPresent(found::add);
            }
            return new Result<>(code, List.copyOf(found));
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Token> token(long slot) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment info = call.allocate(TOKEN_INFO_SIZE, 8);
            long code = (long) function(GET_TOKEN_INFO, JAVA_LONG, ADDRESS).invokeExact(slot, info);
            String label =
                    new String(info.asSlice(0, 32).toArray(JAVA_BYTE), StandardCharsets.UTF_8);
            return code == OK
                    ? Optional.of(
                            new Token(slot, label.strip(), info.get(JAVA_LONG, TOKEN_FLAGS_OFFSET)))
                    : Optional.empty();
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    public Result<Long> openSession(long slot, boolean write) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment session = call.allocate(JAVA_LONG);
            long flags = write ? SERIAL_SESSION | READ_WRITE_SESSION : SERIAL_SESSION;
            long code =
                    (long)
                            function(OPEN_SESSION, JAVA_LONG, JAVA_LONG, ADDRESS, ADDRESS, ADDRESS)
                                    .invokeExact(
                                            slot,
                                            flags,
                                            MemorySegment.NULL,
                                            MemorySegment.NULL,
                                            session);
            return new Result<>(code, session.get(JAVA_LONG, 0));
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    public void closeSession(long session) {
        try {
            long _ = (long) function(CLOSE_SESSION, JAVA_LONG).invokeExact(session);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Logs the user in; the native copy of the PIN is wiped. */
    public long login(long session, char[] pin) {
        var encoded = StandardCharsets.UTF_8.encode(java.nio.CharBuffer.wrap(pin));
        try (Arena call = Arena.ofConfined()) {
            MemorySegment bytes = call.allocate(Math.max(1, encoded.remaining()));
            MemorySegment.copy(encoded.array(), 0, bytes, JAVA_BYTE, 0, encoded.remaining());
            long code =
                    (long)
                            function(LOGIN, JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_LONG)
                                    .invokeExact(session, USER, bytes, (long) encoded.remaining());
            bytes.fill((byte) 0);
            return code;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        } finally {
            Arrays.fill(encoded.array(), (byte) 0);
        }
    }

    public void logout(long session) {
        try {
            long _ = (long) function(LOGOUT, JAVA_LONG).invokeExact(session);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Objects all of whose attributes are as given. */
    public Result<List<Long>> find(long session, Map<Long, byte[]> attributes) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment template = template(call, attributes);
            long code =
                    (long)
                            function(FIND_INIT, JAVA_LONG, ADDRESS, JAVA_LONG)
                                    .invokeExact(session, template, (long) attributes.size());
            if (code != OK) {
                return new Result<>(code, List.of());
            }
            MemorySegment found = call.allocate(JAVA_LONG, MOST_OBJECTS);
            MemorySegment count = call.allocate(JAVA_LONG);
            code =
                    (long)
                            function(FIND, JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS)
                                    .invokeExact(session, found, (long) MOST_OBJECTS, count);
            long _ = (long) function(FIND_FINAL, JAVA_LONG).invokeExact(session);
            List<Long> objects = new ArrayList<>();
            for (long n = 0; n < Math.min(MOST_OBJECTS, count.get(JAVA_LONG, 0)); n++) {
                objects.add(found.getAtIndex(JAVA_LONG, n));
            }
            return new Result<>(code, List.copyOf(objects));
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes the user's PIN; for simulators. */
    public long setPin(long session, String from, String to) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment old = call.allocateFrom(from);
            MemorySegment fresh = call.allocateFrom(to);
            return (long)
                    function(SET_PIN, JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG)
                            .invokeExact(
                                    session, old, old.byteSize() - 1, fresh, fresh.byteSize() - 1);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Removes an object; for simulators. */
    public long destroy(long session, long object) {
        try {
            return (long)
                    function(DESTROY_OBJECT, JAVA_LONG, JAVA_LONG).invokeExact(session, object);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static MemorySegment template(Arena call, Map<Long, byte[]> attributes) {
        MemorySegment template = call.allocate((long) ATTRIBUTE_SIZE * attributes.size(), 8);
        long at = 0;
        for (Map.Entry<Long, byte[]> attribute : attributes.entrySet()) {
            byte[] value = attribute.getValue();
            MemorySegment bytes = call.allocate(Math.max(1, value.length), 8);
            MemorySegment.copy(value, 0, bytes, JAVA_BYTE, 0, value.length);
            template.set(JAVA_LONG, at, attribute.getKey());
            template.set(ADDRESS, at + 8, bytes);
            template.set(JAVA_LONG, at + 16, value.length);
            at += ATTRIBUTE_SIZE;
        }
        return template;
    }

    /** One attribute, at most 64 kB. */
    Result<byte[]> attribute(long session, long object, long type) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment value = call.allocate(LARGEST_VALUE, 8);
            MemorySegment template = call.allocate(ATTRIBUTE_SIZE, 8);
            template.set(JAVA_LONG, 0, type);
            template.set(ADDRESS, 8, value);
            template.set(JAVA_LONG, 16, LARGEST_VALUE);
            long code =
                    (long)
                            function(GET_ATTRIBUTE, JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_LONG)
                                    .invokeExact(session, object, template, 1L);
            long length = code == OK ? template.get(JAVA_LONG, 16) : 0;
            byte[] bytes =
                    value.asSlice(0, Math.clamp(length, 0, LARGEST_VALUE)).toArray(JAVA_BYTE);
            return new Result<>(code, bytes);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code CKA_ALWAYS_AUTHENTICATE}: the key wants the PIN again before each signature. */
    boolean asksEveryTime(long session, long key) {
        var flag = attribute(session, key, ALWAYS_AUTHENTICATE);
        return !flag.failed() && flag.value().length == 1 && flag.value()[0] != 0;
    }

    /** Makes an object on the token; for simulators. */
    public long create(long session, Map<Long, byte[]> attributes) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment template = template(call, attributes);
            MemorySegment object = call.allocate(JAVA_LONG);
            return (long)
                    function(CREATE_OBJECT, JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS)
                            .invokeExact(session, template, (long) attributes.size(), object);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Signs bytes that are prepared for the mechanism.
     *
     * @param mechanism {@code CKM_…}, without parameters
     */
    Result<byte[]> sign(long session, long key, long mechanism, byte[] prepared) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment how = call.allocate(24, 8);
            how.set(JAVA_LONG, 0, mechanism);
            long code =
                    (long)
                            function(SIGN_INIT, JAVA_LONG, ADDRESS, JAVA_LONG)
                                    .invokeExact(session, how, key);
            if (code != OK) {
                return new Result<>(code, new byte[0]);
            }
            MemorySegment signature = call.allocate(LONGEST_SIGNATURE);
            MemorySegment length = call.allocateFrom(JAVA_LONG, (long) LONGEST_SIGNATURE);
            MemorySegment data = call.allocateFrom(JAVA_BYTE, prepared);
            code =
                    (long)
                            function(SIGN_ALL, JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS)
                                    .invokeExact(
                                            session,
                                            data,
                                            (long) prepared.length,
                                            signature,
                                            length);
            long bytes = code == OK ? length.get(JAVA_LONG, 0) : 0;
            return new Result<>(
                    code,
                    signature
                            .asSlice(0, Math.clamp(bytes, 0, LONGEST_SIGNATURE))
                            .toArray(JAVA_BYTE));
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
