package org.tamga.devices.link;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * Functions as the whole process sees them ({@code dlsym(RTLD_DEFAULT, name)}). Java's own default
 * lookup goes past libraries that were loaded before the C library, such as the one by which a
 * recorded device is replayed.
 */
final class ProcessLookup implements SymbolLookup {
    private final MethodHandle lookUp;

    ProcessLookup() {
        Linker linker = Linker.nativeLinker();
        lookUp =
                linker.downcallHandle(
                        linker.defaultLookup().findOrThrow("dlsym"),
                        FunctionDescriptor.of(
                                ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
    }

    @Override
    public Optional<MemorySegment> find(String name) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment found =
                    (MemorySegment)
                            lookUp.invokeExact(MemorySegment.NULL, arena.allocateFrom(name));
            return found.equals(MemorySegment.NULL) ? Optional.empty() : Optional.of(found);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
