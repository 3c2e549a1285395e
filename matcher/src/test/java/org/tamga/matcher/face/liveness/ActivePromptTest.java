package org.tamga.matcher.face.liveness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tamga.matcher.TestData;
import org.tamga.matcher.face.DrawnFace;
import org.tamga.matcher.face.FaceBox;
import org.tamga.matcher.face.FaceDetection;
import org.tamga.matcher.face.FaceDetector;
import org.tamga.matcher.face.FaceImage;
import org.tamga.matcher.face.TestModels;

@DisplayName("A prompt for a living person")
class ActivePromptTest {
    private static final double OPEN = 0.2;
    private static final double SHUT = 0.05;

    private int millis;

    @Test
    @DisplayName("is passed by the asked turn")
    void turn() {
        ActivePrompt prompt = prompt(Prompt.TURN_LEFT);
        assertInstanceOf(PromptState.LookStraight.class, show(prompt, 0, 0));
        assertEquals(new PromptState.Asking(Prompt.TURN_LEFT), show(prompt, 0));
        assertInstanceOf(PromptState.Asking.class, show(prompt, 0.05, 0.1, 0.14, 0.2));
        assertInstanceOf(PromptState.Passed.class, show(prompt, 0.22));
        assertInstanceOf(PromptState.Passed.class, show(prompt, -0.5));
    }

    @Test
    @DisplayName("fails by a turn to the other side, before which nobody knows the side")
    void other_side() {
        ActivePrompt prompt = prompt(Prompt.TURN_RIGHT);
        assertEquals(PromptFault.WRONG_DIRECTION, fault(show(prompt, 0, 0, 0, 0.08, 0.2)));
        Set<Prompt> drawn = new HashSet<>();
        Random random = new Random(1);
        for (int i = 0; i < 20; i++) {
            ActivePrompt any = ActivePrompt.random(random, false);
            drawn.add(assertInstanceOf(PromptState.Asking.class, show(any, 0, 0, 0)).prompt());
        }
        assertEquals(Set.of(Prompt.TURN_LEFT, Prompt.TURN_RIGHT), drawn);
    }

    @Test
    @DisplayName("is not passed by one odd frame, nor by a face that was turned before")
    void odd_frame() {
        ActivePrompt prompt = prompt(Prompt.TURN_LEFT);
        assertInstanceOf(PromptState.LookStraight.class, show(prompt, 0.3, 0.3, 0.3, 0.3));
        assertInstanceOf(PromptState.Asking.class, show(prompt, 0, 0, 0, 0.3, 0, 0.3, 0));
    }

    @Test
    @DisplayName("counts the turn from where the nose was, for faces whose nose is off the middle")
    void crooked_nose() {
        ActivePrompt prompt = prompt(Prompt.TURN_LEFT);
        assertInstanceOf(PromptState.Asking.class, show(prompt, 0.1, 0.1, 0.1, 0.2, 0.2, 0.2));
        assertInstanceOf(PromptState.Passed.class, show(prompt, 0.26, 0.26));
    }

    @Test
    @DisplayName("is passed by a blink, and not by eyes that stay closed")
    void blink() {
        ActivePrompt prompt = prompt(Prompt.BLINK);
        eyes(prompt, OPEN, OPEN, OPEN);
        assertInstanceOf(PromptState.Asking.class, eyes(prompt, OPEN, SHUT, SHUT, SHUT));
        assertInstanceOf(PromptState.Passed.class, eyes(prompt, OPEN));
        assertEquals(
                PromptFault.TIMEOUT,
                fault(eyes(prompt(Prompt.BLINK), steady(OPEN))),
                "eyes that stay open");
        ActivePrompt unseen = prompt(Prompt.BLINK);
        assertEquals(PromptFault.TIMEOUT, fault(eyes(unseen, steady(-1))));
    }

    @Test
    @DisplayName("wants the face straight again between two prompts")
    void two_prompts() {
        ActivePrompt prompt =
                new ActivePrompt(
                        List.of(Prompt.TURN_RIGHT, Prompt.TURN_LEFT), Duration.ofSeconds(6));
        assertInstanceOf(
                PromptState.LookStraight.class, show(prompt, 0, 0, 0, -0.2, -0.2, -0.2, -0.2));
        assertEquals(new PromptState.Asking(Prompt.TURN_LEFT), show(prompt, 0, 0, 0));
        assertInstanceOf(PromptState.Passed.class, show(prompt, 0.2, 0.2));
    }

    @Test
    @DisplayName("ends when the face is lost, changed, or no longer alone")
    void disturbed() {
        ActivePrompt several = prompt(Prompt.TURN_LEFT);
        show(several, 0, 0);
        assertEquals(
                PromptFault.SEVERAL_FACES,
                fault(observe(several, List.of(face(0, 0), face(0, 300)))));

        ActivePrompt lost = prompt(Prompt.TURN_LEFT);
        show(lost, 0, 0);
        for (int i = 0; i < 5; i++) {
            assertInstanceOf(PromptState.LookStraight.class, observe(lost, List.of()));
        }
        assertEquals(PromptFault.FACE_LOST, fault(observe(lost, List.of())));

        ActivePrompt changed = prompt(Prompt.TURN_LEFT);
        show(changed, 0, 0);
        assertEquals(PromptFault.FACE_CHANGED, fault(observe(changed, List.of(face(0, 150)))));
    }

    @Test
    @DisplayName("does not wait for ever, and time does not run backwards")
    void time() {
        ActivePrompt prompt = prompt(Prompt.TURN_LEFT);
        double[] still = steady(0);
        assertEquals(PromptFault.TIMEOUT, fault(show(prompt, still)));
        millis -= 5000;
        assertThrows(IllegalArgumentException.class, () -> show(prompt, 0));
    }

    @Test
    @DisplayName("is passed by drawn frames of a head that turns and blinks, through the detector")
    void drawn_frames() {
        ActivePrompt prompt =
                new ActivePrompt(List.of(Prompt.TURN_LEFT, Prompt.BLINK), Duration.ofSeconds(6));
        DrawnFace head = DrawnFace.portrait();
        try (FaceDetector detector =
                FaceDetector.open(TestData.require("models/" + TestModels.YUNET + ".onnx"))) {
            for (double turn : new double[] {0, 0, 0, 0.1, 0.25, 0.4, 0.5, 0.5, 0.2, 0, 0, 0}) {
                film(detector, prompt, head.withTurn(turn));
            }
            assertEquals(new PromptState.Asking(Prompt.BLINK), prompt.state());
            for (double lids : new double[] {1, 1, 0, 0, 1, 1}) {
                film(detector, prompt, head.withLids(lids));
            }
            assertInstanceOf(PromptState.Passed.class, prompt.state());
        }
    }

    private void film(FaceDetector detector, ActivePrompt prompt, DrawnFace head) {
        try (FaceImage frame = head.image()) {
            List<FaceBox> faces =
                    assertInstanceOf(FaceDetection.Found.class, detector.detect(frame, 320))
                            .faces();
            millis += 100;
            prompt.observe(Observation.of(Duration.ofMillis(millis), frame, faces));
        }
    }

    private static ActivePrompt prompt(Prompt prompt) {
        return new ActivePrompt(List.of(prompt), Duration.ofSeconds(6));
    }

    private PromptState show(ActivePrompt prompt, double... noses) {
        for (double nose : noses) {
            observe(prompt, List.of(face(nose, 0)));
        }
        return prompt.state();
    }

    private PromptState eyes(ActivePrompt prompt, double... openings) {
        for (double opening : openings) {
            millis += 100;
            prompt.observe(
                    new Observation(Duration.ofMillis(millis), List.of(face(0, 0)), opening));
        }
        return prompt.state();
    }

    private PromptState observe(ActivePrompt prompt, List<FaceBox> faces) {
        millis += 100;
        return prompt.observe(new Observation(Duration.ofMillis(millis), faces, OPEN));
    }

    private static double[] steady(double value) {
        double[] values = new double[80];
        Arrays.fill(values, value);
        return values;
    }

    private static FaceBox face(double nose, double x) {
        return new FaceBox(
                x,
                20,
                120,
                150,
                0.9,
                List.of(
                        new FaceBox.Point(x + 30, 70),
                        new FaceBox.Point(x + 90, 70),
                        new FaceBox.Point(x + 60 + 60 * nose, 105),
                        new FaceBox.Point(x + 40, 130),
                        new FaceBox.Point(x + 80, 130)));
    }

    private static PromptFault fault(PromptState state) {
        PromptState.Failed failed = assertInstanceOf(PromptState.Failed.class, state);
        assertTrue(failed.fault().code().startsWith("LV-"));
        return failed.fault();
    }
}
