package org.tamga.matcher.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.machinezoo.sourceafis.FingerprintMatcher;
import com.machinezoo.sourceafis.FingerprintTemplate;
import com.machinezoo.sourceafis.FingerprintTransparency;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Asks SourceAFIS, through its transparency interface, how many minutiae it paired. */
public final class PairingRecorder extends FingerprintTransparency {
    private static final String BEST_SCORE = "best-score";
    private int pairs;

    private PairingRecorder() {}

    /**
     * @param score similarity of the pair
     * @param pairs minutiae paired in the best alignment
     */
    public record Pairing(double score, int pairs) {}

    public static Pairing record(FingerprintMatcher matcher, FingerprintTemplate candidate) {
        try (PairingRecorder recorder = new PairingRecorder()) {
            double score = matcher.match(candidate);
            return new Pairing(score, recorder.pairs);
        }
    }

    @Override
    public boolean accepts(String key) {
        return key.equals(BEST_SCORE);
    }

    @Override
    public void take(String key, String mime, byte[] data) {
        if (!key.equals(BEST_SCORE)) {
            return;
        }
        try {
            JsonNode score = new CBORMapper().readTree(data);
            pairs = score.path("minutiaCount").asInt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
