package org.tamga.election.voter;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.WireFormatException;

/**
 * One entry of a register chunk in the clear: {@code u8 kind ‖ u32 length ‖ canonical JSON}, and
 * after a voter {@code u8 fingers ‖ fingers × (u8 position ‖ u32 length ‖ template) ‖ u32 length ‖
 * photo}. Biometric bytes stay out of the JSON so that they never become text, which could not be
 * wiped.
 */
sealed interface RegisterEntry {
    byte VOTER = 1;
    byte REMOVAL = 2;
    byte DIRECTORY = 3;

    /** The length of the entry in bytes. */
    int size();

    void put(ByteBuffer buffer);

    /** A voter without biometrics. */
    record VoterJson(
            VoterId id,
            String pin,
            PersonName name,
            LocalDate birthDate,
            String ballotStyleId,
            VoterStatus status,
            int listNumber) {}

    record Removal(VoterId id) {}

    record Voter(VoterRecord voter, byte[] json) implements RegisterEntry {
        static Voter of(VoterRecord voter) {
            return new Voter(
                    voter,
                    CanonicalJson.write(
                            new VoterJson(
                                    voter.id(),
                                    voter.pin().digits(),
                                    voter.name(),
                                    voter.birthDate(),
                                    voter.ballotStyleId(),
                                    voter.status(),
                                    voter.listNumber())));
        }

        @Override
        public int size() {
            int fingers =
                    voter.fingers().stream()
                            .mapToInt(finger -> 1 + 4 + finger.template().length())
                            .sum();
            return 1 + 4 + json.length + 1 + fingers + 4 + voter.photo().length();
        }

        @Override
        public void put(ByteBuffer buffer) {
            buffer.put(VOTER).putInt(json.length).put(json);
            buffer.put((byte) voter.fingers().size());
            for (EnrolledFinger finger : voter.fingers()) {
                buffer.put((byte) finger.position());
                putBytes(buffer, finger.template());
            }
            putBytes(buffer, voter.photo());
        }

        private static void putBytes(ByteBuffer buffer, WipingBytes bytes) {
            bytes.use(content -> buffer.putInt(content.length).put(content));
        }
    }

    record Plain(byte kind, byte[] json) implements RegisterEntry {
        @Override
        public int size() {
            return 1 + 4 + json.length;
        }

        @Override
        public void put(ByteBuffer buffer) {
            buffer.put(kind).putInt(json.length).put(json);
        }
    }

    static List<RegisterEntry> of(RegisterContent content) {
        List<RegisterEntry> entries = new ArrayList<>();
        content.upserts().forEach(voter -> entries.add(Voter.of(voter)));
        content.removals()
                .forEach(
                        id ->
                                entries.add(
                                        new Plain(REMOVAL, CanonicalJson.write(new Removal(id)))));
        content.directory()
                .forEach(entry -> entries.add(new Plain(DIRECTORY, CanonicalJson.write(entry))));
        return entries;
    }

    /** Collects the entries of all chunks. */
    final class Collector implements AutoCloseable {
        private final List<VoterRecord> voters = new ArrayList<>();
        private final List<VoterId> removals = new ArrayList<>();
        private final List<DirectoryEntry> directory = new ArrayList<>();

        void readAll(ByteBuffer chunk) throws WireFormatException {
            while (chunk.hasRemaining()) {
                byte kind = chunk.get();
                byte[] json = bytes(chunk);
                switch (kind) {
                    case VOTER ->
                            voters.add(voter(CanonicalJson.read(json, VoterJson.class), chunk));
                    case REMOVAL -> removals.add(CanonicalJson.read(json, Removal.class).id());
                    case DIRECTORY -> directory.add(CanonicalJson.read(json, DirectoryEntry.class));
                    default -> throw new WireFormatException("an entry of unknown kind");
                }
            }
        }

        int size() {
            return voters.size() + removals.size() + directory.size();
        }

        RegisterContent content(RegisterHeader header) {
            return new RegisterContent(
                    header.electionId(),
                    header.stationId(),
                    header.kind(),
                    header.fromVersion(),
                    header.version(),
                    header.created(),
                    header.salt(),
                    voters,
                    removals,
                    directory);
        }

        /** Wipes what was collected when the file turns out not to be acceptable. */
        @Override
        public void close() {
            voters.forEach(VoterRecord::close);
        }

        private static VoterRecord voter(VoterJson json, ByteBuffer chunk)
                throws WireFormatException {
            if (!(PersonalNumber.parse(json.pin()) instanceof PersonalNumber.Valid pin)) {
                throw new WireFormatException("an entry without a personal number");
            }
            List<EnrolledFinger> fingers = new ArrayList<>();
            int count = octet(chunk);
            for (int i = 0; i < count; i++) {
                int position = octet(chunk);
                if (position < 1 || position > 10) {
                    throw new WireFormatException("a finger that nobody has");
                }
                fingers.add(new EnrolledFinger(position, WipingBytes.owning(bytes(chunk))));
            }
            WipingBytes photo = WipingBytes.owning(bytes(chunk));
            try {
                return new VoterRecord(
                        json.id(),
                        pin.number(),
                        json.name(),
                        json.birthDate(),
                        json.ballotStyleId(),
                        json.status(),
                        json.listNumber(),
                        fingers,
                        photo);
            } catch (IllegalArgumentException e) {
                throw new WireFormatException("a voter that cannot be: " + e.getMessage());
            }
        }

        private static int octet(ByteBuffer chunk) throws WireFormatException {
            if (!chunk.hasRemaining()) {
                throw new WireFormatException("a chunk ends inside an entry");
            }
            return Byte.toUnsignedInt(chunk.get());
        }

        private static byte[] bytes(ByteBuffer chunk) throws WireFormatException {
            if (chunk.remaining() < Integer.BYTES) {
                throw new WireFormatException("a chunk ends inside an entry");
            }
            int length = chunk.getInt();
            if (length < 0 || length > chunk.remaining()) {
                throw new WireFormatException("a chunk ends inside an entry");
            }
            byte[] bytes = new byte[length];
            chunk.get(bytes);
            return bytes;
        }
    }
}
