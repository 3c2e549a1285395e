package org.tamga.kiosk.identify;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tamga.devices.ports.Camera;
import org.tamga.devices.ports.CameraFrame;
import org.tamga.devices.ports.CameraImage;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.election.checkin.Evidence;
import org.tamga.election.checkin.Person;
import org.tamga.election.definition.BallotStyle;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.text.LocalizedText;
import org.tamga.election.voter.EnrolledFinger;
import org.tamga.election.voter.PersonalNumber;
import org.tamga.election.voter.VoterId;
import org.tamga.election.voter.VoterRecord;
import org.tamga.matcher.BiometricBytes;
import org.tamga.matcher.FingerImpression;
import org.tamga.matcher.FingerPosition;
import org.tamga.matcher.FingerTemplate;
import org.tamga.matcher.TemplateParsing;

/** Answers from the register: who claims to be here, and what the member gets to see. */
public final class VoterLookup {

    private static final Duration FRAME_WAIT = Duration.ofMillis(800);

    /** Who the person says to be. */
    sealed interface Claim {}

    record NoClaim() implements Claim {}

    /**
     * @param enrolled the person's fingers; those whose template cannot be read are left out
     */
    record Claimed(Person person, List<FingerImpression> enrolled) implements Claim {}

    /** The number leads nowhere; the finger need not be looked at. */
    record Unfounded(Evidence evidence) implements Claim {}

    private final Voters voters;
    private final ElectionPackage electionPackage;
    private final String stationId;

    public VoterLookup(Voters voters, ElectionPackage electionPackage, String stationId) {
        this.voters = voters;
        this.electionPackage = electionPackage;
        this.stationId = stationId;
    }

    Claim claim(Optional<String> number) {
        if (number.isEmpty() || number.get().isBlank()) {
            return new NoClaim();
        }
        return switch (PersonalNumber.parse(number.get())) {
            case PersonalNumber.Invalid(PersonalNumber.Reason reason) ->
                    new Unfounded(new Evidence.InvalidNumber(reason));
            case PersonalNumber.Valid(PersonalNumber valid) -> claimOf(valid);
        };
    }

    private Claim claimOf(PersonalNumber number) {
        Optional<VoterRecord> record = voters.byNumber(number);
        if (record.isPresent()) {
            try (VoterRecord voter = record.get()) {
                return new Claimed(Person.of(voter), fingers(voter));
            }
        }
        return new Unfounded(
                voters.stationOf(number)
                        .filter(station -> !station.equals(stationId))
                        .<Evidence>map(Evidence.VoterOfOtherStation::new)
                        .orElseGet(Evidence.UnknownNumber::new));
    }

    private static List<FingerImpression> fingers(VoterRecord voter) {
        return voter.fingers().stream().flatMap(finger -> impression(finger).stream()).toList();
    }

    private static Optional<FingerImpression> impression(EnrolledFinger finger) {
        try (BiometricBytes bytes = BiometricBytes.owning(finger.template().copy())) {
            return FingerTemplate.parse(bytes) instanceof TemplateParsing.Parsed parsed
                    ? FingerPosition.of(finger.position())
                            .map(position -> new FingerImpression(position, parsed.template()))
                    : Optional.empty();
        }
    }

    public Optional<Person> person(VoterId id) {
        return voters.byId(id)
                .map(
                        record -> {
                            try (record) {
                                return Person.of(record);
                            }
                        });
    }

    /**
     * @throws IllegalStateException if the voter is not in the register
     */
    VoterCard card(VoterId id, Camera camera) {
        try (VoterRecord voter =
                voters.byId(id)
                        .orElseThrow(() -> new IllegalStateException("voter not in register"))) {
            return new VoterCard(
                    voter.name().full(),
                    voter.birthDate().getYear(),
                    voter.listNumber(),
                    electionPackage
                            .ballotStyle(voter.ballotStyleId())
                            .map(BallotStyle::name)
                            .orElse(LocalizedText.same(voter.ballotStyleId())),
                    voter.photo().use(Picture::ofJpeg),
                    look(camera));
        }
    }

    /** One frame; a camera that fails never stops an identification. */
    Optional<Picture> look(Camera camera) {
        return switch (camera.next(FRAME_WAIT, new CancelSignal())) {
            case CameraFrame.Captured(CameraImage image) -> {
                try (image) {
                    yield Optional.of(Picture.of(image.toBufferedImage()));
                }
            }
            case CameraFrame.Failed _ -> Optional.empty();
        };
    }
}
