package org.tamga.matcher.face.model;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.tamga.matcher.face.model.PinnedModel.Purpose;

/**
 * All networks that are accepted, in order of preference.
 *
 * @param models with different names, files and digests
 */
public record ModelCatalogue(List<PinnedModel> models) {
    public ModelCatalogue {
        models = List.copyOf(models);
    }

    /** The list that comes with the program. */
    public static ModelCatalogue shipped() {
        return Shipped.CATALOGUE;
    }

    /** By digest of the content. */
    Optional<PinnedModel> of(byte[] content) {
        return digest(sha256(content));
    }

    /** By SHA-256, lower-case hex. */
    public Optional<PinnedModel> digest(String sha256) {
        return models.stream().filter(model -> model.sha256().equals(sha256)).findFirst();
    }

    /** By name or file name. */
    public Optional<PinnedModel> named(String name) {
        return models.stream()
                .filter(model -> model.name().equals(name) || model.file().equals(name))
                .findFirst();
    }

    public List<PinnedModel> forPurpose(Purpose purpose) {
        return models.stream().filter(model -> model.purpose() == purpose).toList();
    }

    /** No accepted file is longer. */
    int longest() {
        return models.stream().mapToInt(PinnedModel::bytes).max().orElse(0);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static final class Shipped {
        static final ModelCatalogue CATALOGUE = read();

        private static ModelCatalogue read() {
            try (InputStream in = ModelCatalogue.class.getResourceAsStream("models.json")) {
                return JsonMapper.builder().build().readValue(in, ModelCatalogue.class);
            } catch (IOException e) {
                throw new UncheckedIOException("the list of models is not readable", e);
            }
        }
    }
}
