package org.tamga.station.store;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tamga.election.voter.EnrolledFinger;
import org.tamga.election.voter.PersonName;
import org.tamga.election.voter.PersonalNumber;
import org.tamga.election.voter.VoterId;
import org.tamga.election.voter.VoterRecord;
import org.tamga.election.voter.VoterStatus;
import org.tamga.election.voter.WipingBytes;

/**
 * A voter as the bytes of one row. Binary, so that templates and photo never become text that
 * nobody can wipe: each field is a 32-bit length and that many bytes; fingers are preceded by their
 * number, each by its position.
 */
final class VoterRow {
    private VoterRow() {}

    /** The caller wipes the result. */
    static byte[] write(VoterRecord voter) {
        List<byte[]> texts =
                Stream.of(
                                voter.id().value(),
                                voter.pin().digits(),
                                voter.name().family(),
                                voter.name().given(),
                                voter.name().patronymic(),
                                voter.birthDate().toString(),
                                voter.ballotStyleId(),
                                voter.status().name())
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .toList();
        int size = texts.stream().mapToInt(text -> Integer.BYTES + text.length).sum();
        size += 3 * Integer.BYTES + voter.photo().length();
        for (EnrolledFinger finger : voter.fingers()) {
            size += 2 * Integer.BYTES + finger.template().length();
        }
        ByteBuffer out = ByteBuffer.allocate(size);
        texts.forEach(text -> put(out, text));
        out.putInt(voter.listNumber()).putInt(voter.fingers().size());
        for (EnrolledFinger finger : voter.fingers()) {
            out.putInt(finger.position());
            finger.template().use(bytes -> put(out, bytes));
        }
        voter.photo().use(bytes -> put(out, bytes));
        return out.array();
    }

    /**
     * @throws IllegalArgumentException if the bytes are not a voter
     */
    static VoterRecord read(byte[] row) {
        ByteBuffer in = ByteBuffer.wrap(row);
        try {
            VoterId id = new VoterId(text(in));
            PersonalNumber pin =
                    switch (PersonalNumber.parse(text(in))) {
                        case PersonalNumber.Valid(PersonalNumber number) -> number;
                        case PersonalNumber.Invalid _ ->
                                throw new IllegalArgumentException("not a personal number");
                    };
            PersonName name = new PersonName(text(in), text(in), text(in));
            LocalDate birthDate = LocalDate.parse(text(in));
            String ballotStyle = text(in);
            VoterStatus status = VoterStatus.valueOf(text(in));
            int listNumber = in.getInt();
            List<EnrolledFinger> fingers = new ArrayList<>();
            for (int left = in.getInt(); left > 0; left--) {
                fingers.add(new EnrolledFinger(in.getInt(), WipingBytes.owning(bytes(in))));
            }
            WipingBytes photo = WipingBytes.owning(bytes(in));
            return new VoterRecord(
                    id, pin, name, birthDate, ballotStyle, status, listNumber, fingers, photo);
        } catch (BufferUnderflowException | DateTimeException e) {
            throw new IllegalArgumentException("not a voter's row", e);
        }
    }

    private static ByteBuffer put(ByteBuffer out, byte[] bytes) {
        return out.putInt(bytes.length).put(bytes);
    }

    private static String text(ByteBuffer in) {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("not a voter's row");
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
