package org.tamga.kiosk.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.tamga.devices.simulator.people.SyntheticFace;

/**
 * Writes people as the enrolment folder that the central node imports: {@code people.jsonl} and
 * image files.
 */
final class PeopleFolder {
    private static final int PHOTO_WIDTH = 240;
    private static final int PHOTO_HEIGHT = 320;

    private final Path folder;
    private final ObjectMapper json = new ObjectMapper();

    PeopleFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes all voters of {@code station}, and of the images those that are not there; the index
     * is written last, so a folder that has one is whole.
     */
    void write(List<Population.Voter> voters, String station, Progress progress)
            throws IOException {
        Files.createDirectories(folder.resolve("fingers"));
        Files.createDirectories(folder.resolve("photo"));
        var lines =
                voters.parallelStream()
                        .map(
                                voter -> {
                                    var line = write(voter, station);
                                    progress.advance();
                                    return line;
                                })
                        .collect(Collectors.joining("\n", "", "\n"));
        var unfinished = Files.writeString(folder.resolve("people.jsonl.part"), lines);
        Files.move(unfinished, folder.resolve("people.jsonl"), StandardCopyOption.ATOMIC_MOVE);
    }

    /** One in ten votes in one contest only, as people do who moved in lately. */
    static String ballotStyle(Population.Voter voter) {
        return voter.number() % 10 == 0 ? "bs-2" : "bs-1";
    }

    private String write(Population.Voter voter, String station) {
        try {
            var line = json.createObjectNode();
            line.put("person", voter.number());
            line.put("pin", voter.papers().personalNumber());
            line.put("family", voter.papers().family());
            line.put("given", voter.papers().given());
            line.put("patronymic", voter.papers().patronymic());
            line.put("birthDate", voter.papers().birthDate());
            line.put("sex", voter.papers().sex());
            line.put("photo", photo(voter));
            line.put("ballotStyle", ballotStyle(voter));
            line.put("station", station);
            fingers(voter, line);
            return json.writeValueAsString(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fingers(Population.Voter voter, ObjectNode line) throws IOException {
        var fingers = line.putArray("fingers");
        for (var finger : voter.fingers()) {
            var enrolled = finger.enrolled();
            var file =
                    "fingers/%05d-%d%s"
                            .formatted(voter.number(), finger.position(), enrolled.extension());
            if (!Files.exists(folder.resolve(file))) {
                Files.write(folder.resolve(file), enrolled.bytes());
            }
            var entry = fingers.addObject().put("position", finger.position());
            entry.putArray("images").add(file);
        }
    }

    private String photo(Population.Voter voter) throws IOException {
        var file = "photo/%05d.jpg".formatted(voter.number());
        if (Files.exists(folder.resolve(file))) {
            return file;
        }
        var drawn = SyntheticFace.of(voter.papers().faceSeed()).capture(0);
        var photo = new BufferedImage(PHOTO_WIDTH, PHOTO_HEIGHT, BufferedImage.TYPE_INT_RGB);
        var canvas = photo.createGraphics();
        canvas.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(drawn, 0, 0, PHOTO_WIDTH, PHOTO_HEIGHT, null);
        canvas.dispose();
        ImageIO.write(photo, "jpg", folder.resolve(file).toFile());
        return file;
    }
}
