package org.tamga.election.voter;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.tamga.election.wire.CanonicalJson;
import org.tamga.election.wire.Digests;
import org.tamga.election.wire.Hex;
import org.tamga.election.wire.SignedKind;
import org.tamga.election.wire.Signer;

/** Writes register files. */
final class RegisterSealer {
    /** Chunks are closed after this many bytes; an entry is never split. */
    private static final int CHUNK = 1 << 20;

    private RegisterSealer() {}

    static byte[] seal(RegisterContent content, byte[] x25519Public, Signer central) {
        HPKE hpke = RegisterFiles.hpke();
        HPKEContextWithEncapsulation context =
                hpke.setupBaseS(
                        hpke.deserializePublicKey(x25519Public),
                        RegisterHeader.info(content.electionId(), content.stationId()));
        List<RegisterEntry> entries = RegisterEntry.of(content);
        RegisterHeader header =
                header(content, x25519Public, context.getEncapsulation(), entries.size());
        List<byte[]> chunks = sealAll(entries, header.digest(), context);
        List<String> hashes = chunks.stream().map(Digests::sha256Hex).toList();
        byte[] headerJson = CanonicalJson.write(header.withChunks(hashes));
        byte[] signature = central.sign(SignedKind.REGISTER, headerJson).toBytes();
        return assemble(headerJson, signature, chunks);
    }

    private static RegisterHeader header(
            RegisterContent content, byte[] x25519Public, byte[] encapsulated, int entries) {
        return new RegisterHeader(
                content.electionId(),
                content.stationId(),
                content.kind(),
                content.fromVersion(),
                content.version(),
                content.created(),
                content.salt(),
                Digests.sha256Hex(x25519Public),
                Hex.of(encapsulated),
                entries,
                List.of());
    }

    private static List<byte[]> sealAll(
            List<RegisterEntry> entries,
            byte[] headerDigest,
            HPKEContextWithEncapsulation context) {
        List<byte[]> chunks = new ArrayList<>();
        int from = 0;
        while (from < entries.size()) {
            int size = 0;
            int to = from;
            while (to < entries.size() && size < CHUNK) {
                size += entries.get(to++).size();
            }
            byte[] clear = clear(entries.subList(from, to), size);
            chunks.add(sealOne(clear, RegisterFiles.bound(headerDigest, chunks.size()), context));
            Arrays.fill(clear, (byte) 0);
            from = to;
        }
        return chunks;
    }

    private static byte[] clear(List<RegisterEntry> entries, int size) {
        ByteBuffer clear = ByteBuffer.allocate(size);
        entries.forEach(entry -> entry.put(clear));
        return clear.array();
    }

    private static byte[] sealOne(
            byte[] clear, byte[] bound, HPKEContextWithEncapsulation context) {
        try {
            return context.seal(bound, clear);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("sealing does not fail", e);
        }
    }

    private static byte[] assemble(byte[] header, byte[] signature, List<byte[]> chunks) {
        int size = RegisterFiles.MAGIC.length + 4 + header.length + 4 + signature.length;
        size += chunks.stream().mapToInt(chunk -> 4 + chunk.length).sum();
        ByteBuffer file = ByteBuffer.allocate(size);
        file.put(RegisterFiles.MAGIC);
        file.putInt(header.length).put(header);
        file.putInt(signature.length).put(signature);
        chunks.forEach(chunk -> file.putInt(chunk.length).put(chunk));
        return file.array();
    }
}
