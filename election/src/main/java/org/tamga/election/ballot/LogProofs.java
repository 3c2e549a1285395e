package org.tamga.election.ballot;

import java.util.Arrays;
import java.util.List;

/** Checks proofs of the log without the log (RFC 9162, 2.1.3.2 and 2.1.4.2). */
public final class LogProofs {
    private LogProofs() {}

    /**
     * Whether a leaf is in a log.
     *
     * @param leafHash 32 bytes
     * @param index 0-based place of the leaf
     * @param size number of leaves of the log
     */
    public static boolean includes(
            byte[] leafHash, long index, long size, List<byte[]> proof, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        byte[] hash = leafHash;
        for (byte[] sibling : proof) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = BallotLog.nodeHash(sibling, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = BallotLog.nodeHash(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /**
     * Whether an earlier log is the beginning of a later one.
     *
     * @param first leaves of the earlier log, at least 1
     * @param second leaves of the later log
     */
    public static boolean consistent(
            long first, byte[] firstRoot, long second, byte[] secondRoot, List<byte[]> proof) {
        if (first < 1 || first > second) {
            return false;
        }
        if (first == second) {
            return proof.isEmpty() && Arrays.equals(firstRoot, secondRoot);
        }
        long node = first - 1;
        long last = second - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        boolean startsWithFirst = Long.bitCount(first) == 1;
        if (!startsWithFirst && proof.isEmpty()) {
            return false;
        }
        byte[] firstHash = startsWithFirst ? firstRoot : proof.getFirst();
        byte[] secondHash = firstHash;
        for (byte[] sibling : startsWithFirst ? proof : proof.subList(1, proof.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                firstHash = BallotLog.nodeHash(sibling, firstHash);
                secondHash = BallotLog.nodeHash(sibling, secondHash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                secondHash = BallotLog.nodeHash(secondHash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0
                && Arrays.equals(firstHash, firstRoot)
                && Arrays.equals(secondHash, secondRoot);
    }
}
