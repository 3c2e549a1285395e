package org.tamga.matcher.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A similarity transform")
class SimilarityTest {
    private static final List<FaceBox.Point> POINTS =
            List.of(
                    new FaceBox.Point(38, 52),
                    new FaceBox.Point(74, 51),
                    new FaceBox.Point(56, 72),
                    new FaceBox.Point(41, 92),
                    new FaceBox.Point(71, 92));

    @Property(tries = 200)
    void is_found_again_from_the_points_it_moved(
            @ForAll @DoubleRange(min = 0.1, max = 9) double scale,
            @ForAll @DoubleRange(min = -3.1, max = 3.1) double angle,
            @ForAll @DoubleRange(min = -900, max = 900) double dx) {
        Similarity moved =
                new Similarity(scale * Math.cos(angle), scale * Math.sin(angle), dx, -dx / 3);
        Similarity fit = Similarity.fit(POINTS, POINTS.stream().map(moved::apply).toList());
        assertEquals(moved.a(), fit.a(), 1e-9);
        assertEquals(moved.b(), fit.b(), 1e-9);
        FaceBox.Point back = fit.inverse().apply(moved.apply(POINTS.get(2)));
        assertEquals(56, back.x(), 1e-6);
        assertEquals(72, back.y(), 1e-6);
    }

    @Test
    @DisplayName("never mirrors")
    void no_reflection() {
        List<FaceBox.Point> mirrored =
                POINTS.stream().map(p -> new FaceBox.Point(-p.x(), p.y())).toList();
        Similarity fit = Similarity.fit(POINTS, mirrored);
        FaceBox.Point eye = fit.apply(POINTS.get(0));
        FaceBox.Point other = fit.apply(POINTS.get(1));
        FaceBox.Point mouth = fit.apply(POINTS.get(3));
        double handed =
                (other.x() - eye.x()) * (mouth.y() - eye.y())
                        - (other.y() - eye.y()) * (mouth.x() - eye.x());
        assertEquals(1, Math.signum(handed), "the mouth stays on its side of the eyes");
    }

    @Test
    @DisplayName("cannot be fitted to points in one place")
    void no_extent() {
        FaceBox.Point one = new FaceBox.Point(3, 4);
        List<FaceBox.Point> same = List.of(one, one, one, one, one);
        assertThrows(IllegalArgumentException.class, () -> Similarity.fit(same, POINTS));
        assertThrows(IllegalArgumentException.class, () -> Similarity.fit(POINTS, same));
    }
}
