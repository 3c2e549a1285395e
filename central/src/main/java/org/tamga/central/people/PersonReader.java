package org.tamga.central.people;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.election.voter.DirectoryEntry;
import org.tamga.election.voter.EnrolledFinger;
import org.tamga.election.voter.PersonName;
import org.tamga.election.voter.PersonalNumber;
import org.tamga.election.voter.VoterId;
import org.tamga.election.voter.VoterRecord;
import org.tamga.election.voter.VoterStatus;
import org.tamga.election.voter.WipingBytes;
import org.tamga.election.wire.Digests;
import org.tamga.election.wire.Hex;
import org.tamga.matcher.BiometricBytes;
import org.tamga.matcher.FingerQuality;
import org.tamga.matcher.FingerTemplate;
import org.tamga.matcher.GrayImage;
import org.tamga.matcher.ImageFiles;
import org.tamga.matcher.ImageReading;

/** Makes a voter of a line: reads the images, keeps the best template of each finger. */
final class PersonReader {
    /** Larger than any portrait a register needs; a hostile file is not read. */
    private static final int MAX_PHOTO_BYTES = 2 << 20;

    private final byte[] key;
    private final double dpi;

    PersonReader(String salt, double dpi) {
        this.key = Hex.parse(salt);
        this.dpi = dpi;
    }

    sealed interface Reading {}

    /** The source is what it was at the last import. */
    record Unchanged() implements Reading {}

    /** Somebody new or changed; the receiver closes the person. */
    record Taken(PeopleTable.Entry entry) implements Reading {}

    record Faulty(List<ImportFault> faults) implements Reading {}

    /**
     * @param sourceBefore source hash of the stored person, empty for somebody new
     */
    Reading read(
            Path folder,
            long number,
            PersonLine line,
            PersonalNumber pin,
            VoterId voter,
            int listNumber,
            String sourceBefore) {
        var faults = new ArrayList<ImportFault>();
        byte[] photo = photo(folder, number, line.photo(), faults);
        List<List<byte[]>> images = images(folder, number, line, faults);
        LocalDate birthDate = birthDate(number, line, faults);
        VoterStatus status = status(number, line, faults);
        if (!faults.isEmpty()) {
            return new Faulty(faults);
        }
        String source = sourceOf(line, photo, images);
        if (source.equals(sourceBefore)) {
            return new Unchanged();
        }
        List<EnrolledFinger> fingers = fingers(number, line, images, faults);
        images.forEach(finger -> finger.forEach(image -> Arrays.fill(image, (byte) 0)));
        if (!faults.isEmpty()) {
            return new Faulty(faults);
        }
        String patronymic = line.patronymic() == null ? "" : line.patronymic();
        var person =
                new VoterRecord(
                        voter,
                        pin,
                        new PersonName(line.family(), line.given(), patronymic),
                        birthDate,
                        line.ballotStyle(),
                        status,
                        listNumber,
                        fingers,
                        WipingBytes.owning(photo));
        String pinHash = DirectoryEntry.hashOf(Hex.of(key), pin);
        return new Taken(new PeopleTable.Entry(person, line.station(), pinHash, source));
    }

    private List<EnrolledFinger> fingers(
            long number, PersonLine line, List<List<byte[]>> images, List<ImportFault> faults) {
        var fingers = new ArrayList<EnrolledFinger>();
        for (int i = 0; i < line.fingers().size(); i++) {
            PersonLine.FingerLine finger = line.fingers().get(i);
            FingerTemplate best = null;
            int bestScore = -1;
            for (int j = 0; j < finger.images().size(); j++) {
                switch (ImageFiles.read(images.get(i).get(j), dpi)) {
                    case ImageReading.Unreadable unreadable ->
                            faults.add(
                                    new ImportFault(
                                            number, unreadable.code(), finger.images().get(j)));
                    case ImageReading.Read(GrayImage image) -> {
                        try (image) {
                            int score = FingerQuality.upright(image).score();
                            if (score > bestScore) {
                                bestScore = score;
                                best = FingerTemplate.extract(image);
                            }
                        }
                    }
                }
            }
            if (best != null && best.minutiae() == 0) {
                faults.add(new ImportFault(number, "CN-45", "no ridges in " + finger.images()));
            } else if (best != null) {
                fingers.add(new EnrolledFinger(finger.position(), bytes(best)));
            }
        }
        return fingers;
    }

    private static WipingBytes bytes(FingerTemplate template) {
        try (BiometricBytes bytes = template.toBytes()) {
            return WipingBytes.owning(bytes.toByteArray());
        }
    }

    private List<List<byte[]>> images(
            Path folder, long number, PersonLine line, List<ImportFault> faults) {
        var images = new ArrayList<List<byte[]>>();
        var positions = new ArrayList<Integer>();
        for (PersonLine.FingerLine finger : line.fingers()) {
            if (finger.position() < 1
                    || finger.position() > 10
                    || positions.contains(finger.position())) {
                faults.add(
                        new ImportFault(number, "CN-46", "finger position " + finger.position()));
            }
            positions.add(finger.position());
            var ofFinger = new ArrayList<byte[]>();
            for (String name : finger.images()) {
                ofFinger.add(file(folder, number, name, ImageFiles.MAX_BYTES, "IM-01", faults));
            }
            images.add(ofFinger);
        }
        return images;
    }

    private static byte[] photo(
            Path folder, long number, @Nullable String name, List<ImportFault> faults) {
        if (name == null) {
            return new byte[0];
        }
        byte[] photo = file(folder, number, name, MAX_PHOTO_BYTES, "CN-47", faults);
        boolean jpeg = photo.length > 3 && photo[0] == (byte) 0xff && photo[1] == (byte) 0xd8;
        if (photo.length > 0 && !jpeg) {
            faults.add(new ImportFault(number, "CN-47", "the photo is not a JPEG: " + name));
        }
        return photo;
    }

    /** A file inside the folder; names that lead out of it are refused. */
    private static byte[] file(
            Path folder,
            long number,
            String name,
            int most,
            String code,
            List<ImportFault> faults) {
        Path file = folder.resolve(name).normalize();
        try {
            if (file.startsWith(folder.normalize())
                    && Files.isRegularFile(file)
                    && Files.size(file) <= most) {
                return Files.readAllBytes(file);
            }
        } catch (IOException e) {
            // Reported below like a file that is not there.
        }
        faults.add(new ImportFault(number, code, "not readable: " + name));
        return new byte[0];
    }

    private static LocalDate birthDate(long number, PersonLine line, List<ImportFault> faults) {
        try {
            return LocalDate.parse(line.birthDate());
        } catch (DateTimeException e) {
            faults.add(new ImportFault(number, "CN-42", "not a date of birth"));
            return LocalDate.EPOCH;
        }
    }

    private static VoterStatus status(long number, PersonLine line, List<ImportFault> faults) {
        if (line.status() == null) {
            return VoterStatus.ELIGIBLE;
        }
        try {
            return VoterStatus.valueOf(line.status());
        } catch (IllegalArgumentException e) {
            faults.add(new ImportFault(number, "CN-42", "not a status: " + line.status()));
            return VoterStatus.SUSPENDED;
        }
    }

    /** Keyed, so that the stored hash says nothing about the person to a reader of the database. */
    private String sourceOf(PersonLine line, byte[] photo, List<List<byte[]>> images) {
        var parts = new ArrayList<byte[]>();
        parts.add(line.toString().getBytes(StandardCharsets.UTF_8));
        parts.add(Digests.sha256(photo));
        images.forEach(finger -> finger.forEach(image -> parts.add(Digests.sha256(image))));
        byte[] all = Digests.sha256(parts.toArray(byte[][]::new));
        return Hex.of(Digests.hmacSha256(key, all));
    }
}
