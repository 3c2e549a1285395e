package org.tamga.matcher.engine.flat;

import java.util.Arrays;

/**
 * Edges waiting to join an alignment, shortest first. Among equally long ones the order is that of
 * a binary heap whose entries rise and sink only past strictly longer ones, because scores depend
 * on it.
 */
final class EdgeQueue {
    private static final int LENGTH_SHIFT = 40;
    private static final int NODE_SHIFT = 24;
    private long[] heap = new long[256];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    /**
     * @param match number of the edge pair, below 2²⁴
     * @param node place of the minutia it starts from in the alignment
     */
    void add(int length, int node, int match) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        long entry = (long) length << LENGTH_SHIFT | (long) node << NODE_SHIFT | match;
        int at = size++;
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (length >= heap[parent] >> LENGTH_SHIFT) {
                break;
            }
            heap[at] = heap[parent];
            at = parent;
        }
        heap[at] = entry;
    }

    long peek() {
        return heap[0];
    }

    long remove() {
        long first = heap[0];
        long last = heap[--size];
        long length = last >> LENGTH_SHIFT;
        int at = 0;
        int half = size >>> 1;
        while (at < half) {
            int child = 2 * at + 1;
            int right = child + 1;
            if (right < size && heap[child] >> LENGTH_SHIFT > heap[right] >> LENGTH_SHIFT) {
                child = right;
            }
            if (length <= heap[child] >> LENGTH_SHIFT) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = last;
        return first;
    }

    static int node(long entry) {
        return (int) (entry >> NODE_SHIFT) & 0xffff;
    }

    static int match(long entry) {
        return (int) entry & 0xff_ffff;
    }
}
