package org.tamga.matcher.dedup;

/**
 * How the work is cut. The gallery is cut into <em>blocks</em> by order of subject id, those of the
 * batch before those of the register; a block is always searched as a gallery of its own, on one
 * machine as on many, because a search's shortlist depends on the size of its gallery. The probes
 * are cut into ranges of the batch. A <em>unit</em> is one range against one block; a block of the
 * batch meets the ranges of itself and of the blocks before it, so that every two blocks meet once.
 *
 * @param batch subjects
 * @param register subjects
 * @param blockSubjects subjects of a block, a multiple of {@code unitSubjects}
 * @param unitSubjects probes of a unit
 */
public record WorkPlan(int batch, int register, int blockSubjects, int unitSubjects) {
    public WorkPlan {
        if (unitSubjects < 1 || blockSubjects < 1 || blockSubjects % unitSubjects != 0) {
            throw new IllegalArgumentException("a block is a multiple of a unit's subjects");
        }
    }

    /**
     * One range of probes against one block.
     *
     * @param number 0 upwards, block by block
     * @param block of the gallery
     * @param from first probe in the batch
     * @param to end of the probes
     */
    public record Unit(int number, int block, int from, int to) {}

    public int batchBlocks() {
        return ceil(batch, blockSubjects);
    }

    public int blocks() {
        return batchBlocks() + ceil(register, blockSubjects);
    }

    public boolean isOfRegister(int block) {
        return block >= batchBlocks();
    }

    /** First subject of a block, in the batch or in the register. */
    public int from(int block) {
        return (isOfRegister(block) ? block - batchBlocks() : block) * blockSubjects;
    }

    /** End of the subjects of a block. */
    public int to(int block) {
        return Math.min(isOfRegister(block) ? register : batch, from(block) + blockSubjects);
    }

    public int units() {
        return firstUnit(blocks());
    }

    /** First unit of a block; that of {@code blocks()} is the end of all. */
    public int firstUnit(int block) {
        int ofBatch = Math.min(block, batchBlocks());
        long rangesOfBlock = blockSubjects / unitSubjects;
        long units = rangesOfBlock * ofBatch * (ofBatch + 1L) / 2;
        if (ofBatch == batchBlocks()) {
            units -= (long) ofBatch * rangesOfBlock - ranges();
        }
        return Math.toIntExact(units + (long) (block - ofBatch) * ranges());
    }

    /** The unit of a number. */
    public Unit unit(int number) {
        int low = 0;
        int high = blocks() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (firstUnit(middle) <= number) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        int from = (number - firstUnit(low)) * unitSubjects;
        return new Unit(number, low, from, Math.min(batch, from + unitSubjects));
    }

    /** Pairs of subjects that a unit looks at. */
    public long pairs(Unit unit) {
        return (long) (unit.to() - unit.from()) * (to(unit.block()) - from(unit.block()));
    }

    /** Ranges of probes in the batch. */
    public int ranges() {
        return ceil(batch, unitSubjects);
    }

    private static int ceil(int n, int divisor) {
        return (n + divisor - 1) / divisor;
    }
}
