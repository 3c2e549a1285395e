package org.tamga.kiosk.identify;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tamga.devices.ports.Camera;
import org.tamga.devices.ports.CameraFrame;
import org.tamga.devices.ports.CameraImage;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.ports.DeviceInfo;
import org.tamga.election.definition.LadderPolicy;
import org.tamga.election.voter.VoterId;
import org.tamga.election.voter.VoterRecord;
import org.tamga.matcher.face.FaceComparison;
import org.tamga.matcher.face.FaceImage;
import org.tamga.matcher.face.FaceImageFiles;
import org.tamga.matcher.face.FaceImageReading;
import org.tamga.matcher.face.FaceThresholds;
import org.tamga.matcher.face.FaceVerifier;
import org.tamga.matcher.face.model.FaceFault;
import org.tamga.matcher.face.model.ModelStore;
import org.tamga.matcher.face.model.PinnedModel;
import org.tamga.matcher.face.model.PinnedModel.Images;
import org.tamga.matcher.face.model.PinnedModel.Purpose;

/** Faces by the networks that are installed on this machine; opened when first needed. */
public final class InstalledFaces implements FaceStep {

    private static final Duration FRAME_WAIT = Duration.ofMillis(800);

    /** A face may be turned away in one frame and not in the next. */
    private static final int FRAMES = 5;

    private final Camera camera;
    private final Voters voters;
    private final ModelStore models;
    private final Images images;
    private final LadderPolicy policy;
    private @Nullable FaceVerifier verifier;

    /**
     * @param images drawn people need thresholds of their own
     */
    public InstalledFaces(
            Camera camera, Voters voters, ModelStore models, Images images, LadderPolicy policy) {
        this.camera = camera;
        this.voters = voters;
        this.models = models;
        this.images = images;
        this.policy = policy;
    }

    @Override
    public boolean isPossible() {
        return policy.faceFmrPerMillion() > 0
                && models.preferred(Purpose.DETECTION).isPresent()
                && models.preferred(Purpose.EMBEDDING).flatMap(this::thresholds).isPresent()
                && !camera.info().equals(DeviceInfo.NONE);
    }

    /** Empty when the network was not measured at the package's rate: it could accept nobody. */
    private Optional<FaceThresholds> thresholds(PinnedModel network) {
        return FaceThresholds.of(network, images, policy.faceFmrPerMillion());
    }

    @Override
    public FaceComparison compare(VoterId voter) {
        FaceComparison comparison =
                new FaceComparison.Impossible(FaceFault.NO_FACE, "no portrait in the register");
        try (VoterRecord record = voters.byId(voter).orElse(null)) {
            if (record == null) {
                return comparison;
            }
            Optional<FaceImage> portrait = record.photo().use(InstalledFaces::decoded);
            if (portrait.isEmpty()) {
                return comparison;
            }
            try (FaceImage enrolled = portrait.get()) {
                for (int frame = 0; frame < FRAMES; frame++) {
                    comparison = compare(enrolled);
                    if (!(comparison instanceof FaceComparison.Impossible)) {
                        return comparison;
                    }
                }
            }
        }
        return comparison;
    }

    private FaceComparison compare(FaceImage enrolled) {
        return switch (camera.next(FRAME_WAIT, new CancelSignal())) {
            case CameraFrame.Captured(CameraImage image) -> {
                try (image;
                        FaceImage presented = FaceImage.of(image.toBufferedImage())) {
                    yield verifier().compare(presented, enrolled);
                }
            }
            case CameraFrame.Failed failed ->
                    new FaceComparison.Impossible(FaceFault.NO_FACE, failed.fault().code());
        };
    }

    private FaceVerifier verifier() {
        FaceVerifier opened = verifier;
        if (opened == null) {
            opened =
                    FaceVerifier.open(
                            models,
                            images,
                            policy.faceFmrPerMillion(),
                            policy.faceOfficerFmrPerMillion());
            verifier = opened;
        }
        return opened;
    }

    private static Optional<FaceImage> decoded(byte[] jpeg) {
        return FaceImageFiles.read(jpeg, "portrait") instanceof FaceImageReading.Read read
                ? Optional.of(read.image())
                : Optional.empty();
    }

    @Override
    public void close() {
        if (verifier != null) {
            verifier.close();
        }
    }
}
