package org.tamga.station.register;

import java.util.ArrayList;
import java.util.List;
import org.tamga.election.voter.EnrolledFinger;
import org.tamga.election.voter.VoterId;
import org.tamga.election.voter.VoterRecord;
import org.tamga.matcher.BiometricBytes;
import org.tamga.matcher.FingerGallery;
import org.tamga.matcher.FingerTemplate;
import org.tamga.matcher.TemplateParsing;
import org.tamga.station.store.RegisterStore;

/** Builds the gallery in memory from the stored register. */
public final class GalleryLoader {
    private GalleryLoader() {}

    /**
     * @param gallery subjects are voter ids
     * @param templates number of templates in it
     * @param unusable fingers whose template could not be read; these voters need another way
     */
    public record Loaded(FingerGallery gallery, int templates, List<UnusableFinger> unusable) {
        public Loaded {
            unusable = List.copyOf(unusable);
        }
    }

    /**
     * @param position ISO/IEC 19794-2 finger position
     * @param code {@code FT-nn}
     */
    public record UnusableFinger(VoterId voter, int position, String code) {}

    /** Reads all voters once; each record is wiped before the next is read. */
    public static Loaded load(RegisterStore register) {
        FingerGallery.Builder gallery = FingerGallery.builder();
        List<UnusableFinger> unusable = new ArrayList<>();
        register.forEachVoter(voter -> add(voter, gallery, unusable));
        FingerGallery built = gallery.build();
        return new Loaded(built, built.templates(), unusable);
    }

    private static void add(
            VoterRecord voter, FingerGallery.Builder gallery, List<UnusableFinger> unusable) {
        for (EnrolledFinger finger : voter.fingers()) {
            try (BiometricBytes bytes = BiometricBytes.owning(finger.template().copy())) {
                switch (FingerTemplate.parse(bytes)) {
                    case TemplateParsing.Parsed(FingerTemplate template) ->
                            gallery.add(voter.id().value(), finger.position(), template);
                    case TemplateParsing.Rejected rejected ->
                            unusable.add(
                                    new UnusableFinger(
                                            voter.id(), finger.position(), rejected.code()));
                }
            }
        }
    }
}
