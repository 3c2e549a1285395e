package org.tamga.matcher.face.network;

import org.tamga.matcher.face.model.FaceFault;
import org.tamga.matcher.face.model.ModelLoading;
import org.tamga.matcher.face.model.PinnedModel;

/** Outcome of opening a network. */
public sealed interface NetworkOpening {

    /** The caller closes the network. */
    record Opened(PinnedModel model, Network network) implements NetworkOpening {}

    /**
     * @param detail one English line
     */
    record Refused(FaceFault fault, String detail) implements NetworkOpening {}

    /** Gives loaded content to the native library. */
    static NetworkOpening of(ModelLoading loading) {
        return switch (loading) {
            case ModelLoading.Refused(FaceFault fault, String detail) -> new Refused(fault, detail);
            case ModelLoading.Loaded(PinnedModel model, byte[] content) ->
                    OpenCvNetwork.open(model, content);
        };
    }
}
