package org.tamga.matcher.face.evaluation;

import org.tamga.matcher.face.FaceBox;
import org.tamga.matcher.face.FaceEmbedder;
import org.tamga.matcher.face.FaceEmbedding;
import org.tamga.matcher.face.FaceImage;
import org.tamga.matcher.face.FaceVector;
import org.tamga.matcher.face.LocalTexture;

/** A way to describe and compare faces. */
public interface FaceMethod {

    /** For reports. */
    String name();

    Described describe(FaceImage image, FaceBox face);

    /** A described face, or why there is none. */
    sealed interface Described {
        /** −1 to 1, or 0 to 1. */
        interface Face extends AutoCloseable {
            double score(Face other);

            @Override
            void close();
        }

        record Usable(Face face) implements Described {}

        record Unusable(String detail) implements Described {}
    }

    /** Cosines of a network, which stays the caller's. */
    static FaceMethod of(FaceEmbedder embedder) {
        return new FaceMethod() {
            @Override
            public String name() {
                return embedder.model().name();
            }

            @Override
            public Described describe(FaceImage image, FaceBox face) {
                return switch (embedder.embed(image, face)) {
                    case FaceEmbedding.Embedded(FaceVector vector) ->
                            new Described.Usable(new VectorFace(vector));
                    case FaceEmbedding.Failed failed ->
                            new Described.Unusable(
                                    "%s [%s]".formatted(failed.detail(), failed.fault().code()));
                };
            }
        };
    }

    /** The weaker method. */
    static FaceMethod texture() {
        return new FaceMethod() {
            @Override
            public String name() {
                return "local texture";
            }

            @Override
            public Described describe(FaceImage image, FaceBox face) {
                return new Described.Usable(new TextureFace(LocalTexture.of(image, face)));
            }
        };
    }

    /** A vector of a network. */
    record VectorFace(FaceVector vector) implements Described.Face {
        @Override
        public double score(Described.Face other) {
            return vector.cosine(((VectorFace) other).vector);
        }

        @Override
        public void close() {
            vector.close();
        }
    }

    /** Histograms of patterns. */
    record TextureFace(LocalTexture texture) implements Described.Face {
        @Override
        public double score(Described.Face other) {
            return texture.compare(((TextureFace) other).texture).resemblance();
        }

        @Override
        public void close() {
            texture.close();
        }
    }
}
