package org.tamga.matcher.face.network;

import java.util.List;

/** What a network says. */
public sealed interface NetworkAnswer {

    /**
     * @param outputs finite numbers, in the order asked for; copies that the network does not touch
     *     again
     */
    record Values(List<float[]> outputs) implements NetworkAnswer {
        public Values {
            outputs = List.copyOf(outputs);
        }
    }

    /**
     * @param detail one English line without any content of the image
     */
    record Failed(String detail) implements NetworkAnswer {}
}
