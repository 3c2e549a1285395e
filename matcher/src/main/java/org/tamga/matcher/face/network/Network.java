package org.tamga.matcher.face.network;

import java.util.List;

/** A network of one input. */
public interface Network extends AutoCloseable {

    /**
     * @param planes three colour planes, {@code 3 × height × width} values
     * @param outputs names of the wanted outputs; empty for the last one
     */
    NetworkAnswer run(float[] planes, int width, int height, List<String> outputs);

    @Override
    void close();
}
