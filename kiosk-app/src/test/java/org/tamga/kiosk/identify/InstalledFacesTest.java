package org.tamga.kiosk.identify;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.devices.simulator.people.SyntheticFace;
import org.tamga.election.definition.LadderPolicy;
import org.tamga.election.voter.PersonName;
import org.tamga.election.voter.PersonalNumber;
import org.tamga.election.voter.VoterId;
import org.tamga.election.voter.VoterRecord;
import org.tamga.election.voter.VoterStatus;
import org.tamga.election.voter.WipingBytes;
import org.tamga.kiosk.station.SimulatedKit;
import org.tamga.kiosk.station.TestKit;
import org.tamga.matcher.face.FaceComparison;
import org.tamga.matcher.face.model.ModelStore;
import org.tamga.matcher.face.model.PinnedModel.Images;

@DisplayName("The face at the table beside the register's portrait")
class InstalledFacesTest {

    private static final LadderPolicy COUNTS = new LadderPolicy(90, 2, 1000, 1000);
    private static final VoterId ID = new VoterId("0".repeat(31) + "1");
    private static final Path DATA =
            Path.of(
                    Objects.requireNonNullElse(
                            System.getenv("TAMGA_TEST_DATA"), "../../shared/data"));

    @TempDir Path folder;
    private SimulatedKit devices;

    @BeforeEach
    void open() {
        devices = SimulatedKit.in(folder);
    }

    @AfterEach
    void close() {
        devices.kit().close();
    }

    @Test
    @DisplayName("is compared by the installed networks, frame against portrait")
    void compares() {
        try (FaceStep faces = faces(models(), COUNTS)) {
            assertTrue(faces.isPossible());
            devices.camera().look(SyntheticFace.of(5).capture(3));
            assertInstanceOf(FaceComparison.Accepted.class, faces.compare(ID));
            devices.camera().look(SyntheticFace.of(6).capture(3));
            assertFalse(faces.compare(ID) instanceof FaceComparison.Accepted);
            assertInstanceOf(
                    FaceComparison.Impossible.class, faces.compare(new VoterId("f".repeat(32))));
        }
    }

    @Test
    @DisplayName("is not asked for without networks, or where the package lets no face count")
    void notPossible() {
        try (FaceStep none = faces(ModelStore.in(folder.resolve("none")), COUNTS)) {
            assertFalse(none.isPossible());
        }
        try (FaceStep off = faces(models(), new LadderPolicy(90, 2, 0, 1000))) {
            assertFalse(off.isPossible());
        }
    }

    private FaceStep faces(ModelStore models, LadderPolicy policy) {
        return new InstalledFaces(
                devices.kit().camera(), new OneVoter(), models, Images.DRAWN, policy);
    }

    private ModelStore models() {
        ModelStore store = ModelStore.in(folder.resolve("models"));
        for (String name :
                List.of("face_detection_yunet_2023mar.onnx", "face_reid_retail_0095.onnx")) {
            Path file = DATA.resolve("models").resolve(name);
            assumeTrue(Files.exists(file), "no networks beside the project");
            store.install(file);
        }
        return store;
    }

    /** A register of one, whose portrait is the first capture of face 5. */
    private static final class OneVoter implements Voters {
        @Override
        public Optional<VoterRecord> byNumber(PersonalNumber number) {
            return Optional.empty();
        }

        @Override
        public Optional<VoterRecord> byId(VoterId id) {
            return id.equals(ID)
                    ? Optional.of(
                            new VoterRecord(
                                    ID,
                                    TestKit.number(TestKit.person(0)),
                                    new PersonName("A", "B", "C"),
                                    LocalDate.of(1990, 1, 1),
                                    "bs-1",
                                    VoterStatus.ELIGIBLE,
                                    1,
                                    List.of(),
                                    portrait()))
                    : Optional.empty();
        }

        @Override
        public Optional<String> stationOf(PersonalNumber number) {
            return Optional.empty();
        }

        private static WipingBytes portrait() {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                ImageIO.write(SyntheticFace.of(5).capture(0), "jpeg", bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return WipingBytes.owning(bytes.toByteArray());
        }
    }
}
