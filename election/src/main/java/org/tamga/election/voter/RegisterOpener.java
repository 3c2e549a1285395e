package org.tamga.election.voter;

import java.nio.ByteBuffer;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContext;
import org.tamga.election.voter.RegisterOpening.Accepted;
import org.tamga.election.voter.RegisterOpening.Refused;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.DetachedSignature;
import org.tamga.election.wire.Digests;
import org.tamga.election.wire.Hex;
import org.tamga.election.wire.RawKeys;
import org.tamga.election.wire.SignedKind;
import org.tamga.election.wire.WireFormatException;

/** Reads register files: form, signature, addressee, version, chunks, and only then the content. */
final class RegisterOpener {
    private static final int LONGEST_HEADER = 16 << 20;

    private record Parts(byte[] header, DetachedSignature signature, List<byte[]> chunks) {}

    private final PrivateKey x25519;
    private final byte[] x25519Public;
    private final byte[] centralPublicKey;
    private final String electionId;
    private final String stationId;
    private final int currentVersion;

    RegisterOpener(
            PrivateKey x25519,
            byte[] x25519Public,
            byte[] centralPublicKey,
            String electionId,
            String stationId,
            int currentVersion) {
        this.x25519 = x25519;
        this.x25519Public = x25519Public;
        this.centralPublicKey = centralPublicKey;
        this.electionId = electionId;
        this.stationId = stationId;
        this.currentVersion = currentVersion;
    }

    RegisterOpening open(byte[] file) {
        try {
            Parts parts = parts(ByteBuffer.wrap(file));
            if (!parts.signature()
                    .verifies(SignedKind.REGISTER, parts.header(), centralPublicKey)) {
                return new Refused(
                        RegisterRefusal.BAD_SIGNATURE, "the header is not signed by the centre");
            }
            RegisterHeader header = CanonicalJson.read(parts.header(), RegisterHeader.class);
            Optional<Refused> refused = refused(header).or(() -> damaged(header, parts.chunks()));
            return refused.isPresent() ? refused.get() : decrypt(header, parts.chunks());
        } catch (WireFormatException e) {
            return new Refused(RegisterRefusal.DAMAGED, e.detail());
        }
    }

    private Optional<Refused> refused(RegisterHeader header) {
        if (!header.electionId().equals(electionId) || !header.stationId().equals(stationId)) {
            return Optional.of(
                    new Refused(
                            RegisterRefusal.WRONG_STATION_OR_ELECTION,
                            "for station %s of election %s"
                                    .formatted(header.stationId(), header.electionId())));
        }
        if (!header.recipient().equals(Digests.sha256Hex(x25519Public))) {
            return Optional.of(
                    new Refused(
                            RegisterRefusal.NOT_FOR_THIS_TERMINAL, "sealed to another terminal"));
        }
        boolean follows =
                switch (header.kind()) {
                    case SNAPSHOT -> header.fromVersion() == 0;
                    case DELTA -> currentVersion > 0 && header.fromVersion() == currentVersion;
                };
        if (!follows || header.version() <= currentVersion) {
            return Optional.of(
                    new Refused(
                            RegisterRefusal.VERSION_GAP,
                            "%s from version %d to %d does not follow version %d"
                                    .formatted(
                                            header.kind(),
                                            header.fromVersion(),
                                            header.version(),
                                            currentVersion)));
        }
        return Optional.empty();
    }

    private static Optional<Refused> damaged(RegisterHeader header, List<byte[]> chunks) {
        List<String> hashes = chunks.stream().map(Digests::sha256Hex).toList();
        return hashes.equals(header.chunks())
                ? Optional.empty()
                : Optional.of(
                        new Refused(RegisterRefusal.DAMAGED, "a chunk is damaged or missing"));
    }

    private RegisterOpening decrypt(RegisterHeader header, List<byte[]> chunks)
            throws WireFormatException {
        RegisterEntry.Collector collector = new RegisterEntry.Collector();
        boolean accepted = false;
        try {
            HPKEContext context = context(header);
            byte[] digest = header.digest();
            for (int i = 0; i < chunks.size(); i++) {
                byte[] clear = context.open(RegisterFiles.bound(digest, i), chunks.get(i));
                try {
                    collector.readAll(ByteBuffer.wrap(clear));
                } finally {
                    Arrays.fill(clear, (byte) 0);
                }
            }
            if (collector.size() != header.recordCount()) {
                return new Refused(
                        RegisterRefusal.DAMAGED, "the number of records is not the header's");
            }
            accepted = true;
            return new Accepted(collector.content(header));
        } catch (InvalidCipherTextException e) {
            return new Refused(
                    RegisterRefusal.NOT_FOR_THIS_TERMINAL, "this terminal's key does not open it");
        } finally {
            if (!accepted) {
                collector.close();
            }
        }
    }

    private HPKEContext context(RegisterHeader header) {
        HPKE hpke = RegisterFiles.hpke();
        byte[] secret = RawKeys.secret(x25519);
        AsymmetricCipherKeyPair pair = hpke.deserializePrivateKey(secret, x25519Public);
        Arrays.fill(secret, (byte) 0);
        return hpke.setupBaseR(
                Hex.parse(header.encapsulated()), pair, RegisterHeader.info(electionId, stationId));
    }

    private static Parts parts(ByteBuffer file) throws WireFormatException {
        byte[] magic = new byte[RegisterFiles.MAGIC.length];
        if (file.remaining() < magic.length) {
            throw new WireFormatException("not a register file");
        }
        file.get(magic);
        if (!Arrays.equals(magic, RegisterFiles.MAGIC)) {
            throw new WireFormatException("not a register file");
        }
        byte[] header = part(file, LONGEST_HEADER);
        DetachedSignature signature = DetachedSignature.parse(part(file, 4096));
        List<byte[]> chunks = new ArrayList<>();
        while (file.hasRemaining()) {
            chunks.add(part(file, Integer.MAX_VALUE));
        }
        return new Parts(header, signature, chunks);
    }

    private static byte[] part(ByteBuffer file, int longest) throws WireFormatException {
        if (file.remaining() < Integer.BYTES) {
            throw new WireFormatException("the file is cut off");
        }
        int length = file.getInt();
        if (length < 0 || length > longest || length > file.remaining()) {
            throw new WireFormatException("the file is cut off or has a wrong length");
        }
        byte[] part = new byte[length];
        file.get(part);
        return part;
    }
}
