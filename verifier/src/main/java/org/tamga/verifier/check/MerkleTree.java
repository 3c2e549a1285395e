package org.tamga.verifier.check;

import java.util.List;
import org.tamga.verifier.record.Hex;

/** Hashes of a ballot log: RFC 9162, 2.1. */
final class MerkleTree {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private MerkleTree() {}

    static byte[] leaf(byte[] content) {
        return Hex.sha256(LEAF, content);
    }

    /** Root over leaf hashes; SHA-256 of nothing if there are none. */
    static byte[] root(List<byte[]> leaves) {
        return switch (leaves.size()) {
            case 0 -> Hex.sha256();
            case 1 -> leaves.getFirst();
            default -> {
                int split = Integer.highestOneBit(leaves.size() - 1);
                yield Hex.sha256(
                        NODE,
                        root(leaves.subList(0, split)),
                        root(leaves.subList(split, leaves.size())));
            }
        };
    }
}
