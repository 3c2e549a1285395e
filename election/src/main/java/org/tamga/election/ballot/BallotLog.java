package org.tamga.election.ballot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tamga.election.wire.Digests;

/**
 * The append-only log of ballots, an RFC 9162 Merkle tree with SHA-256. Ballots enter in batches
 * sorted by leaf hash, so the log does not tell in which order people voted. Not thread-safe.
 */
public final class BallotLog {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private final List<byte[]> leaves;

    /** An empty log. */
    public BallotLog() {
        leaves = new ArrayList<>();
    }

    /**
     * A log as it was.
     *
     * @param leafHashes in the order of the log, 32 bytes each
     */
    public static BallotLog of(List<byte[]> leafHashes) {
        BallotLog log = new BallotLog();
        leafHashes.forEach(leaf -> log.leaves.add(leaf.clone()));
        return log;
    }

    /** Hash of a leaf (RFC 9162, 2.1.1): of a ballot's line without line end. */
    public static byte[] leafHash(byte[] line) {
        return Digests.sha256(LEAF, line);
    }

    static byte[] nodeHash(byte[] left, byte[] right) {
        return Digests.sha256(NODE, left, right);
    }

    /**
     * Adds a batch.
     *
     * @param leafHashes 32 bytes each, in any order
     */
    public void append(List<byte[]> leafHashes) {
        leafHashes.stream().map(byte[]::clone).sorted(Arrays::compareUnsigned).forEach(leaves::add);
    }

    /** Number of leaves. */
    public int size() {
        return leaves.size();
    }

    /** The leaf hashes in the order of the log. */
    public List<byte[]> leafHashes() {
        return leaves.stream().map(byte[]::clone).toList();
    }

    /** Root of the tree; SHA-256 of nothing if it is empty. */
    public byte[] root() {
        return rootAt(size());
    }

    /**
     * Root as it was when the log had so many leaves.
     *
     * @param size 0…{@link #size}
     */
    public byte[] rootAt(int size) {
        return size == 0 ? Digests.sha256() : root(leaves.subList(0, size));
    }

    /**
     * Proof that a leaf is in the log (RFC 9162, 2.1.3.1): sibling hashes from the leaf up.
     *
     * @param index 0-based
     */
    public List<byte[]> inclusionProof(int index) {
        List<byte[]> proof = new ArrayList<>();
        addPath(index, leaves, proof);
        return proof;
    }

    /**
     * Proof that the log of {@code first} leaves is the beginning of this one (RFC 9162, 2.1.4.1).
     *
     * @param first 1…{@link #size}
     */
    public List<byte[]> consistencyProof(int first) {
        List<byte[]> proof = new ArrayList<>();
        addSubproof(first, leaves, true, proof);
        return proof;
    }

    private static byte[] root(List<byte[]> hashes) {
        if (hashes.size() == 1) {
            return hashes.getFirst().clone();
        }
        int split = split(hashes);
        return nodeHash(root(hashes.subList(0, split)), root(hashes.subList(split, hashes.size())));
    }

    private static void addPath(int index, List<byte[]> hashes, List<byte[]> proof) {
        if (hashes.size() == 1) {
            return;
        }
        int split = split(hashes);
        List<byte[]> left = hashes.subList(0, split);
        List<byte[]> right = hashes.subList(split, hashes.size());
        if (index < split) {
            addPath(index, left, proof);
            proof.add(root(right));
        } else {
            addPath(index - split, right, proof);
            proof.add(root(left));
        }
    }

    private static void addSubproof(
            int first, List<byte[]> hashes, boolean whole, List<byte[]> proof) {
        if (first == hashes.size()) {
            if (!whole) {
                proof.add(root(hashes));
            }
            return;
        }
        int split = split(hashes);
        List<byte[]> left = hashes.subList(0, split);
        List<byte[]> right = hashes.subList(split, hashes.size());
        if (first <= split) {
            addSubproof(first, left, whole, proof);
            proof.add(root(right));
        } else {
            addSubproof(first - split, right, false, proof);
            proof.add(root(left));
        }
    }

    /** The largest power of two smaller than the number of leaves. */
    private static int split(List<byte[]> hashes) {
        return Integer.highestOneBit(hashes.size() - 1);
    }
}
