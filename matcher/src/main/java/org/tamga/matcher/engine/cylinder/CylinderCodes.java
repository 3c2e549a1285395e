package org.tamga.matcher.engine.cylinder;

import java.util.List;

/**
 * The codes of several impressions side by side in memory, in the order in which a search reads
 * them. Immutable.
 */
public final class CylinderCodes {
    final long[] words;
    final byte[] weights;
    final int[] poses;
    private final int[] firstWord;
    private final int[] firstMinutia;

    /** Some neighbouring codes, {@code to} excluded. */
    public record Range(CylinderCodes codes, int from, int to) {}

    private CylinderCodes(int codes, int words, int minutiae) {
        this.words = new long[words];
        this.weights = new byte[minutiae];
        this.poses = new int[minutiae];
        this.firstWord = new int[codes + 1];
        this.firstMinutia = new int[codes + 1];
    }

    public static CylinderCodes of(CylinderCode code) {
        CylinderCodes codes = new CylinderCodes(1, code.words().length, code.minutiae());
        System.arraycopy(code.words(), 0, codes.words, 0, codes.words.length);
        System.arraycopy(code.weights(), 0, codes.weights, 0, codes.weights.length);
        System.arraycopy(code.poses(), 0, codes.poses, 0, codes.poses.length);
        codes.firstWord[1] = codes.words.length;
        codes.firstMinutia[1] = codes.weights.length;
        return codes;
    }

    /** The codes of all ranges, one range after the other. */
    public static CylinderCodes joined(List<Range> ranges) {
        CylinderCodes all =
                new CylinderCodes(
                        ranges.stream().mapToInt(r -> r.to - r.from).sum(),
                        ranges.stream().mapToInt(r -> r.codes.words(r.from, r.to)).sum(),
                        ranges.stream().mapToInt(r -> r.codes.minutiae(r.from, r.to)).sum());
        int next = 0;
        for (Range range : ranges) {
            all.copy(range, next);
            next += range.to - range.from;
        }
        return all;
    }

    private void copy(Range range, int next) {
        CylinderCodes from = range.codes;
        int word = from.firstWord[range.from];
        int minutia = from.firstMinutia[range.from];
        int minutiae = from.minutiae(range.from, range.to);
        System.arraycopy(
                from.words, word, words, firstWord[next], from.words(range.from, range.to));
        System.arraycopy(from.weights, minutia, weights, firstMinutia[next], minutiae);
        System.arraycopy(from.poses, minutia, poses, firstMinutia[next], minutiae);
        for (int code = range.from; code < range.to; code++) {
            firstWord[next + 1] = firstWord[next] + from.words(code, code + 1);
            firstMinutia[next + 1] = firstMinutia[next] + from.minutiae(code, code + 1);
            next++;
        }
    }

    int firstWord(int code) {
        return firstWord[code];
    }

    int firstMinutia(int code) {
        return firstMinutia[code];
    }

    int minutiae(int code) {
        return minutiae(code, code + 1);
    }

    private int words(int from, int to) {
        return firstWord[to] - firstWord[from];
    }

    private int minutiae(int from, int to) {
        return firstMinutia[to] - firstMinutia[from];
    }
}
