package org.tamga.matcher.engine.flat;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** All edges of the probe's star at once: one vector of 16 numbers, or two of 8. */
final class VectorEdgeKernel implements EdgeKernel {
    private static final VectorSpecies<Float> LANES =
            Kernel.CHOSEN == Kernel.AVX512 ? FloatVector.SPECIES_512 : FloatVector.SPECIES_256;

    @Override
    public int match(Stars probe, int p, Stars candidate, int c, byte[] out) {
        return LANES.length() == Stars.STRIDE
                ? whole(probe, p, candidate, c, out)
                : halves(probe, p, candidate, c, out);
    }

    @Override
    public int match(
            RootIndex index,
            int from,
            int to,
            float length,
            float reference,
            float far,
            byte[] out) {
        int found = 0;
        for (int place = from;
                place < to && found < RootIndex.MOST_IN_BIN;
                place += LANES.length()) {
            long agreeing =
                    agree(
                            FloatVector.fromArray(LANES, index.length, place),
                            FloatVector.fromArray(LANES, index.reference, place),
                            FloatVector.fromArray(LANES, index.far, place),
                            length,
                            reference,
                            far);
            long inBin = to - place >= LANES.length() ? -1 : (1L << to - place) - 1;
            for (long rest = agreeing & inBin; rest != 0; rest &= rest - 1) {
                out[found++] = index.minutia[place + Long.numberOfTrailingZeros(rest)];
            }
        }
        return found;
    }

    private static int whole(Stars probe, int p, Stars candidate, int c, byte[] out) {
        FloatVector length = FloatVector.fromArray(LANES, probe.length, p);
        FloatVector reference = FloatVector.fromArray(LANES, probe.reference, p);
        FloatVector far = FloatVector.fromArray(LANES, probe.far, p);
        int found = 0;
        for (int e = 0; e < Tolerance.NEIGHBOURS && candidate.length[c + e] >= 0; e++) {
            found = write(agree(length, reference, far, candidate, c + e), e, out, found);
        }
        return found;
    }

    private static int halves(Stars probe, int p, Stars candidate, int c, byte[] out) {
        int half = Stars.STRIDE / 2;
        FloatVector lengthA = FloatVector.fromArray(LANES, probe.length, p);
        FloatVector lengthB = FloatVector.fromArray(LANES, probe.length, p + half);
        FloatVector referenceA = FloatVector.fromArray(LANES, probe.reference, p);
        FloatVector referenceB = FloatVector.fromArray(LANES, probe.reference, p + half);
        FloatVector farA = FloatVector.fromArray(LANES, probe.far, p);
        FloatVector farB = FloatVector.fromArray(LANES, probe.far, p + half);
        int found = 0;
        for (int e = 0; e < Tolerance.NEIGHBOURS && candidate.length[c + e] >= 0; e++) {
            long low = agree(lengthA, referenceA, farA, candidate, c + e);
            long high = agree(lengthB, referenceB, farB, candidate, c + e);
            found = write(low | high << half, e, out, found);
        }
        return found;
    }

    private static long agree(
            FloatVector length, FloatVector reference, FloatVector far, Stars candidate, int edge) {
        return agree(
                length,
                reference,
                far,
                candidate.length[edge],
                candidate.reference[edge],
                candidate.far[edge]);
    }

    private static long agree(
            FloatVector lengths,
            FloatVector references,
            FloatVector fars,
            float length,
            float reference,
            float far) {
        VectorMask<Float> near =
                lengths.sub(length).abs().compare(VectorOperators.LE, Tolerance.LENGTH);
        return near.and(agree(references, reference)).and(agree(fars, far)).toLong();
    }

    private static VectorMask<Float> agree(FloatVector angles, float angle) {
        FloatVector apart = angles.sub(angle);
        FloatVector turn = apart.add(Angles.TWO_PI, apart.compare(VectorOperators.LT, 0));
        return turn.compare(VectorOperators.LE, Tolerance.ANGLE)
                .or(turn.compare(VectorOperators.GE, Tolerance.ANGLE_COMPLEMENT));
    }

    private static int write(long probeEdges, int candidateEdge, byte[] out, int found) {
        int at = found;
        for (long rest = probeEdges; rest != 0; rest &= rest - 1) {
            out[at++] = (byte) (candidateEdge << 4 | Long.numberOfTrailingZeros(rest));
        }
        return at;
    }
}
