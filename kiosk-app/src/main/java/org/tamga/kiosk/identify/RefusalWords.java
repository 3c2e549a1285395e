package org.tamga.kiosk.identify;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tamga.election.checkin.RefusalReason;
import org.tamga.kiosk.i18n.Message;
import org.tamga.matcher.QualityReason;
import org.tamga.matcher.decision.LadderReason;
import org.tamga.matcher.decision.StepEvidence;

/** The sentence of each refusal, with what its details name. */
final class RefusalWords {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final ZoneId zone;

    RefusalWords(ZoneId zone) {
        this.zone = zone;
    }

    Message title(RefusalReason reason) {
        return Message.of("identify.title." + reason.code());
    }

    Message next(RefusalReason reason) {
        return Message.of("identify.next." + reason.code());
    }

    Message sentence(RefusalReason reason, Map<String, String> details) {
        return switch (reason) {
            case ALREADY_IDENTIFIED_HERE -> Message.sentenceOf(reason.code(), at(details));
            case ALREADY_IDENTIFIED_OTHER_TERMINAL ->
                    Message.sentenceOf(reason.code(), at(details), detail(details, "terminal"));
            case OTHER_STATION -> Message.sentenceOf(reason.code(), detail(details, "station"));
            case POOR_IMAGE -> Message.sentenceOf(reason.code(), quality(details));
            case DEVICE_FAULT ->
                    Message.sentenceOf(reason.code(), Message.ofCode(detail(details, "code")));
            case INVALID_NUMBER ->
                    details.containsKey("code")
                            ? Message.sentenceOf(detail(details, "code"))
                            : Message.sentenceOf(reason.code());
            case NOT_ON_LIST,
                    NO_MATCH,
                    FINGER_NOT_OF_CLAIMED_PERSON,
                    STATION_NOT_OPEN,
                    NOT_ELIGIBLE,
                    AMBIGUOUS,
                    COMMISSION_DECISION_NOT_ALLOWED ->
                    Message.sentenceOf(reason.code());
        };
    }

    /** How far the fingers came, for the member: the voter is not told. */
    Message evidence(Ladder ladder) {
        StepEvidence step = ladder.step();
        Message reason = Message.sentenceOf(ladder.reason().code());
        return switch (step.method()) {
            // The sentence of the refusal says it better.
            case NONE, NO_FACE ->
                    ladder.reason() == LadderReason.POOR_IMAGE ? Message.NONE : reason;
            case FINGER_1N, FINGER_1_1 ->
                    Message.of(
                            "identify.evidence.finger",
                            reason,
                            step.pairedMinutiae(),
                            step.minutiae(),
                            Math.floorDiv(step.scoreMilli(), 1000),
                            Math.ceilDiv(step.thresholdMilli(), 1000));
            case FACE_1_1 ->
                    step.thresholdMilli() > 0
                            ? Message.of(
                                    "identify.evidence.face",
                                    reason,
                                    hundredths(step.scoreMilli()),
                                    hundredths(step.thresholdMilli()))
                            : reason;
        };
    }

    /** The code of the refusal, then that of the ladder where a finger was looked at. */
    String codes(RefusalReason reason, Optional<Ladder> ladder) {
        return ladder.map(stand -> reason.code() + " · " + stand.reason().code())
                .orElse(reason.code());
    }

    /** The digits behind "0.". */
    private static String hundredths(long milli) {
        return "%02d".formatted(Math.clamp(Math.floorDiv(milli, 10), 0, 99));
    }

    String clock(Instant at) {
        return CLOCK.withZone(zone).format(at);
    }

    private String at(Map<String, String> details) {
        String at = details.get("at");
        return at == null ? "–" : clock(Instant.parse(at));
    }

    private static String detail(Map<String, String> details, String key) {
        return details.getOrDefault(key, "–");
    }

    /**
     * What was wrong with the finger's image, for a picture; empty when that was not the matter.
     */
    Optional<QualityReason> picture(RefusalReason reason, Map<String, String> details) {
        return reason == RefusalReason.POOR_IMAGE ? Optional.of(worst(details)) : Optional.empty();
    }

    private static Message quality(Map<String, String> details) {
        return Message.of("quality." + worst(details));
    }

    /** The most telling reason only: one hint is followed, three are not. */
    private static QualityReason worst(Map<String, String> details) {
        List<String> named = List.of(detail(details, "quality").split(","));
        return Arrays.stream(QualityReason.values())
                .filter(reason -> named.contains(reason.name()))
                .findFirst()
                .orElse(QualityReason.UNCLEAR);
    }
}
