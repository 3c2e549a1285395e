package org.tamga.matcher.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.machinezoo.sourceafis.FingerprintMatcher;
import com.machinezoo.sourceafis.FingerprintTemplate;
import com.machinezoo.sourceafis.FingerprintTransparency;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Asks SourceAFIS, through its transparency interface, which minutiae it paired. */
public final class PairingRecorder extends FingerprintTransparency {
    private static final String BEST_PAIRING = "best-pairing";

    private List<Pair> pairs = List.of();

    private PairingRecorder() {}

    /**
     * Two minutiae taken for the same.
     *
     * @param probe index in the probe's {@link org.tamga.matcher.engine.flat.Minutiae}
     * @param candidate index in the candidate's
     */
    public record Pair(int probe, int candidate) {}

    /**
     * @param score similarity of the pair
     * @param pairs minutiae paired in the best alignment
     */
    public record Pairing(double score, List<Pair> pairs) {
        public Pairing {
            pairs = List.copyOf(pairs);
        }
    }

    public static Pairing record(FingerprintMatcher matcher, FingerprintTemplate candidate) {
        try (PairingRecorder recorder = new PairingRecorder()) {
            double score = matcher.match(candidate);
            return new Pairing(score, recorder.pairs);
        }
    }

    @Override
    public boolean accepts(String key) {
        return key.equals(BEST_PAIRING);
    }

    /** A root pair, and a tree that leads from it to every other. */
    @Override
    public void take(String key, String mime, byte[] data) {
        if (!key.equals(BEST_PAIRING)) {
            return;
        }
        try {
            JsonNode pairing = new CBORMapper().readTree(data);
            List<Pair> found = new ArrayList<>();
            JsonNode root = pairing.path("root");
            found.add(new Pair(root.path("probe").asInt(), root.path("candidate").asInt()));
            for (JsonNode edge : pairing.path("tree")) {
                found.add(new Pair(edge.path("probeTo").asInt(), edge.path("candidateTo").asInt()));
            }
            pairs = found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
