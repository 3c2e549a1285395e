package org.tamga.central.people;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tamga.election.voter.EnrolledFinger;
import org.tamga.election.voter.PersonName;
import org.tamga.election.voter.PersonalNumber;
import org.tamga.election.voter.VoterId;
import org.tamga.election.voter.VoterRecord;
import org.tamga.election.voter.VoterStatus;
import org.tamga.election.voter.WipingBytes;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.WireFormatException;

/**
 * The clear form of a person's row: u32 length and canonical JSON of what is text; u8 number of
 * fingers; for each u8 position, u32 length, template; the photo to the end. Biometric bytes never
 * become text, so that they can be wiped.
 */
final class PersonRow {
    private PersonRow() {}

    private record Text(
            String pin,
            String family,
            String given,
            String patronymic,
            LocalDate birthDate,
            String ballotStyle,
            VoterStatus status,
            int listNumber) {}

    /** The bytes; the caller wipes them. */
    static byte[] write(VoterRecord person) {
        byte[] text =
                CanonicalJson.write(
                        new Text(
                                person.pin().digits(),
                                person.name().family(),
                                person.name().given(),
                                person.name().patronymic(),
                                person.birthDate(),
                                person.ballotStyleId(),
                                person.status(),
                                person.listNumber()));
        int fingers = person.fingers().stream().mapToInt(f -> 5 + f.template().length()).sum();
        ByteBuffer out =
                ByteBuffer.allocate(4 + text.length + 1 + fingers + person.photo().length());
        out.putInt(text.length).put(text).put((byte) person.fingers().size());
        for (EnrolledFinger finger : person.fingers()) {
            out.put((byte) finger.position()).putInt(finger.template().length());
            finger.template().use(out::put);
        }
        person.photo().use(out::put);
        return out.array();
    }

    static VoterRecord read(String voter, byte[] row) {
        ByteBuffer in = ByteBuffer.wrap(row);
        Text text;
        try {
            text = CanonicalJson.read(take(in, in.getInt()), Text.class);
        } catch (WireFormatException e) {
            throw new IllegalStateException("A sealed row of a person is malformed", e);
        }
        int count = in.get();
        List<EnrolledFinger> fingers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int position = in.get();
            fingers.add(new EnrolledFinger(position, WipingBytes.owning(take(in, in.getInt()))));
        }
        if (!(PersonalNumber.parse(text.pin()) instanceof PersonalNumber.Valid(var pin))) {
            throw new IllegalStateException("A sealed row holds no personal number");
        }
        return new VoterRecord(
                new VoterId(voter),
                pin,
                new PersonName(text.family(), text.given(), text.patronymic()),
                text.birthDate(),
                text.ballotStyle(),
                text.status(),
                text.listNumber(),
                fingers,
                WipingBytes.owning(take(in, in.remaining())));
    }

    private static byte[] take(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
