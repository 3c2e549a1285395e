package org.tamga.devices.simulator;

import java.util.List;

/** Where documents are laid before a simulated reader of printed lines. */
public interface DocumentPlate {
    /**
     * Holds a document to the reader.
     *
     * @param lines one scan
     */
    void present(List<String> lines);
}
