package org.tamga.matcher.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tamga.matcher.face.FaceVectorTest.MODEL;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tamga.matcher.face.model.ModelCatalogue;
import org.tamga.matcher.face.model.PinnedModel;
import org.tamga.matcher.face.model.PinnedModel.Images;

@DisplayName("Thresholds of faces")
class FaceThresholdsTest {
    @Test
    @DisplayName("accept, leave to the officer, and reject")
    void bands() {
        FaceThresholds thresholds = FaceThresholds.of(MODEL, Images.PHOTOGRAPHS, 100).orElseThrow();
        assertInstanceOf(FaceComparison.Accepted.class, thresholds.judge(0.433));
        assertInstanceOf(FaceComparison.OfficerLooks.class, thresholds.judge(0.432));
        assertInstanceOf(FaceComparison.OfficerLooks.class, thresholds.judge(0.347));
        assertInstanceOf(FaceComparison.Rejected.class, thresholds.judge(0.346));
    }

    @Test
    @DisplayName("have an officer's band as wide as wanted and measured")
    void officer() {
        assertEquals(0.433, look(10, 100), 1e-9);
        assertEquals(0.347, look(10, 1000), 1e-9);
        assertEquals(0.347, look(10, 50_000), 1e-9);
        assertEquals(0.433, look(100, 100), 1e-9, "no band");
    }

    private static double look(int fmrPerMillion, int officerFmrPerMillion) {
        return FaceThresholds.of(MODEL, Images.PHOTOGRAPHS, fmrPerMillion, officerFmrPerMillion)
                .orElseThrow()
                .look();
    }

    @Test
    @DisplayName("lie between measured points and never beyond them")
    void between() {
        double accept = FaceThresholds.of(MODEL, Images.PHOTOGRAPHS, 300).orElseThrow().accept();
        assertTrue(accept > 0.347 && accept < 0.433, "" + accept);
        assertTrue(FaceThresholds.of(MODEL, Images.PHOTOGRAPHS, 9).isEmpty());
        assertTrue(FaceThresholds.of(MODEL, Images.PHOTOGRAPHS, 1001).isEmpty());
        assertTrue(FaceThresholds.of(MODEL, Images.DRAWN, 100).isEmpty());
    }

    @Test
    @DisplayName("of drawn people are their own")
    void drawn() {
        FaceThresholds drawn = FaceThresholds.of(MODEL, Images.DRAWN, 1000).orElseThrow();
        assertEquals(Images.DRAWN, drawn.images());
        assertInstanceOf(FaceComparison.Rejected.class, drawn.judge(0.6));
    }

    @Test
    @DisplayName("of a network that was not calibrated accept nothing")
    void uncalibrated() {
        PinnedModel sface =
                ModelCatalogue.shipped().named("face_recognition_sface_2021dec").orElseThrow();
        assertTrue(FaceThresholds.of(sface, Images.PHOTOGRAPHS, 100).isEmpty());
        FaceThresholds officer = FaceThresholds.officerOnly(sface, Images.PHOTOGRAPHS);
        assertFalse(officer.canAccept());
        assertInstanceOf(FaceComparison.OfficerLooks.class, officer.judge(1));
        assertInstanceOf(FaceComparison.OfficerLooks.class, officer.judge(-0.5));
    }
}
