package org.tamga.devices.document;

import java.util.List;
import java.util.Optional;

/** One scan on its way, whatever carries it. Nothing longer than a code can be is kept. */
interface Scan {
    /** Takes bytes in pieces of any size. */
    void add(byte[] bytes, int count);

    boolean isEmpty();

    boolean overflows();

    /** True when the reader itself says that the scan is over. */
    boolean ended();

    /** True when the last line is known to lack its end. */
    boolean within();

    /** Without empty ones. */
    List<String> lines();

    /** Why what arrived is no whole scan. */
    Optional<String> flaw();
}
