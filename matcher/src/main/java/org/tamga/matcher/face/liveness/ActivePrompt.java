package org.tamga.matcher.face.liveness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.tamga.matcher.face.FaceBox;
import org.tamga.matcher.face.FacePose;

/**
 * Asks a person to turn the head to a side nobody knows before, or to blink, and watches. Needs no
 * network but the detector. A film of the same movements, or a mask, passes it.
 *
 * <pre>
 * LookStraight ──straight for 3 frames──▶ Asking(first) ──done──▶ LookStraight … ──last done──▶ Passed
 *       └───────────── lost, several, changed, other way, timeout ─────────────▶ Failed
 * </pre>
 */
public final class ActivePrompt {
    /** The nose tip must move by this much, eye distances. */
    public static final double TURN = 0.15;

    private static final double STRAIGHT = 0.12;
    private static final int STEADY_FRAMES = 3;
    private static final int TURNED_FRAMES = 2;
    private static final double CLOSED_SHARE = 0.55;
    private static final double OPEN_SHARE = 0.8;
    private static final double MIN_OVERLAP = 0.3;
    private static final double MAX_GROWTH = 1.6;
    private static final Duration LOST = Duration.ofMillis(500);

    private final List<Prompt> prompts;
    private final Duration limit;
    private final List<Double> straight = new ArrayList<>();
    private final List<Double> open = new ArrayList<>();
    private PromptState state = new PromptState.LookStraight();
    private int done;
    private int frames;
    private boolean closed;
    private Optional<Duration> since = Optional.empty();
    private Optional<Observation> last = Optional.empty();

    /**
     * @param prompts at least one, in order
     * @param limit for each step
     */
    public ActivePrompt(List<Prompt> prompts, Duration limit) {
        if (prompts.isEmpty()) {
            throw new IllegalArgumentException("nothing to ask for");
        }
        this.prompts = List.copyOf(prompts);
        this.limit = limit;
    }

    /**
     * One turn to either side, then, where asked for, a blink; six seconds each.
     *
     * @param random a {@link java.security.SecureRandom} where somebody may want to know the side
     *     beforehand
     */
    public static ActivePrompt random(RandomGenerator random, boolean blink) {
        Prompt turn = random.nextBoolean() ? Prompt.TURN_LEFT : Prompt.TURN_RIGHT;
        return new ActivePrompt(
                blink ? List.of(turn, Prompt.BLINK) : List.of(turn), Duration.ofSeconds(6));
    }

    public PromptState state() {
        return state;
    }

    /**
     * Looks at the next frame; after the end nothing changes any more.
     *
     * @throws IllegalArgumentException when time runs backwards
     */
    public PromptState observe(Observation frame) {
        if (last.isPresent() && frame.at().compareTo(last.get().at()) < 0) {
            throw new IllegalArgumentException("time runs backwards");
        }
        Duration start = since.orElse(frame.at());
        since = Optional.of(start);
        state =
                switch (state) {
                    case PromptState.Passed passed -> passed;
                    case PromptState.Failed failed -> failed;
                    case PromptState.LookStraight _, PromptState.Asking _ ->
                            fault(frame, start)
                                    .<PromptState>map(PromptState.Failed::new)
                                    .orElseGet(() -> step(frame));
                };
        return state;
    }

    private Optional<PromptFault> fault(Observation frame, Duration start) {
        if (frame.faces().size() > 1) {
            return Optional.of(PromptFault.SEVERAL_FACES);
        }
        if (frame.at().minus(start).compareTo(limit) > 0) {
            return Optional.of(PromptFault.TIMEOUT);
        }
        if (last.isEmpty()) {
            return Optional.empty();
        }
        boolean lost = frame.at().minus(last.get().at()).compareTo(LOST) > 0;
        if (frame.faces().isEmpty()) {
            return lost ? Optional.of(PromptFault.FACE_LOST) : Optional.empty();
        }
        FaceBox now = frame.faces().getFirst();
        FaceBox before = last.get().faces().getFirst();
        double growth = now.width() / before.width();
        boolean same =
                now.overlap(before) >= MIN_OVERLAP
                        && growth < MAX_GROWTH
                        && growth > 1 / MAX_GROWTH;
        return same ? Optional.empty() : Optional.of(PromptFault.FACE_CHANGED);
    }

    private PromptState step(Observation frame) {
        if (frame.faces().isEmpty() || !frame.faces().getFirst().isUsable()) {
            return state;
        }
        last = Optional.of(frame);
        double nose = FacePose.of(frame.faces().getFirst()).noseOffset();
        return switch (state) {
            case PromptState.LookStraight straightAhead -> lookStraight(frame, nose, straightAhead);
            case PromptState.Asking(Prompt prompt) ->
                    prompt == Prompt.BLINK ? blink(frame) : turn(frame, nose, prompt);
            case PromptState.Passed passed -> passed;
            case PromptState.Failed failed -> failed;
        };
    }

    private PromptState lookStraight(
            Observation frame, double nose, PromptState.LookStraight unchanged) {
        if (Math.abs(nose) > STRAIGHT) {
            straight.clear();
            open.clear();
            return unchanged;
        }
        straight.add(nose);
        open.add(frame.eyeOpening());
        if (straight.size() < STEADY_FRAMES) {
            return unchanged;
        }
        return ask(frame);
    }

    private PromptState ask(Observation frame) {
        since = Optional.of(frame.at());
        frames = 0;
        closed = false;
        return new PromptState.Asking(prompts.get(done));
    }

    private PromptState turn(Observation frame, double nose, Prompt prompt) {
        double moved = (nose - middle(straight)) * prompt.side();
        if (moved < -TURN) {
            return new PromptState.Failed(PromptFault.WRONG_DIRECTION);
        }
        frames = moved > TURN ? frames + 1 : 0;
        return frames >= TURNED_FRAMES ? finished(frame) : state;
    }

    private PromptState blink(Observation frame) {
        double usual = middle(open);
        if (usual > 0 && frame.eyeOpening() >= 0) {
            if (frame.eyeOpening() < CLOSED_SHARE * usual) {
                closed = true;
            } else if (closed && frame.eyeOpening() > OPEN_SHARE * usual) {
                return finished(frame);
            }
        }
        return state;
    }

    private PromptState finished(Observation frame) {
        done++;
        if (done == prompts.size()) {
            return new PromptState.Passed();
        }
        since = Optional.of(frame.at());
        straight.clear();
        open.clear();
        return new PromptState.LookStraight();
    }

    private static double middle(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0.0);
    }
}
