package org.tamga.devices.foreign;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.List;

/** Functions of shared libraries, found by name. */
public final class NativeFunctions {
    private final Linker linker = Linker.nativeLinker();
    private final SymbolLookup symbols;

    private NativeFunctions(SymbolLookup symbols) {
        this.symbols = symbols;
    }

    /** Of the C library. */
    public static NativeFunctions ofTheSystem() {
        return of(List.of());
    }

    /**
     * Of libraries that stay loaded for good, and of the C library.
     *
     * @param libraries file names, resolved by the system's loader
     * @throws IllegalArgumentException when one of them is not installed
     */
    public static NativeFunctions of(List<String> libraries) {
        SymbolLookup all = Linker.nativeLinker().defaultLookup();
        for (String library : libraries) {
            all = all.or(SymbolLookup.libraryLookup(library, Arena.global()));
        }
        return new NativeFunctions(all);
    }

    /**
     * One that gives a result.
     *
     * @throws IllegalArgumentException when no library holds it
     */
    public MethodHandle function(String name, MemoryLayout result, MemoryLayout... arguments) {
        return bind(name, FunctionDescriptor.of(result, arguments));
    }

    /**
     * One without a result.
     *
     * @throws IllegalArgumentException when no library holds it
     */
    public MethodHandle procedure(String name, MemoryLayout... arguments) {
        return bind(name, FunctionDescriptor.ofVoid(arguments));
    }

    /**
     * One whose arguments from number {@code first} on are variadic.
     *
     * @throws IllegalArgumentException when no library holds it
     */
    public MethodHandle variadic(String name, int first, FunctionDescriptor descriptor) {
        return bind(name, descriptor, Linker.Option.firstVariadicArg(first));
    }

    private MethodHandle bind(String name, FunctionDescriptor descriptor, Linker.Option... how) {
        return symbols.find(name)
                .map(address -> linker.downcallHandle(address, descriptor, how))
                .orElseThrow(() -> new IllegalArgumentException("no function " + name));
    }

    /** Calls; what a function of the libraries throws can only be a mistake of ours. */
    public static Object call(MethodHandle function, Object... arguments) {
        try {
            return function.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
