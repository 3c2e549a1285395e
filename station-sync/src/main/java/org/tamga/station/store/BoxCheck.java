package org.tamga.station.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tamga.election.ballot.BallotLog;
import org.tamga.election.wire.Hex;

/** What holds between the ballots, the spent cards and the log of a box. */
final class BoxCheck {
    private BoxCheck() {}

    /** The batch that follows {@code before} when the open one enters the log. */
    static BoxBatch batch(List<BoxBatch> before, BoxState state) {
        List<String> leaves = state.ballots().stream().map(b -> leaf(b.line())).sorted().toList();
        return new BoxBatch(before.size() + 1, leaves, state.cards().size(), root(before, leaves));
    }

    /** Leaf hash of a ballot's line (RFC 9162, 2.1.1). */
    static String leaf(String line) {
        return Hex.of(BallotLog.leafHash(line.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether log, ballots and cards tell the same. */
    static boolean agrees(BoxRecord box, BoxState state) {
        List<BoxBatch> before = new ArrayList<>();
        for (BoxBatch batch : box.batches()) {
            boolean follows =
                    batch.number() == before.size() + 1
                            && batch.leaves().equals(batch.leaves().stream().sorted().toList())
                            && batch.root().equals(root(before, batch.leaves()));
            if (!follows) {
                return false;
            }
            before.add(batch);
        }
        List<String> logged = before.stream().flatMap(b -> b.leaves().stream()).sorted().toList();
        List<String> stored = box.ballots().stream().map(BoxCheck::leaf).sorted().toList();
        long cards = before.stream().mapToLong(BoxBatch::cards).sum();
        return logged.equals(stored)
                && cards == box.spentCards().size()
                && cards == box.counts().cast()
                && state.cast() == state.cards().size()
                && state.batches() == before.size();
    }

    private static String root(List<BoxBatch> before, List<String> leaves) {
        Stream<String> all =
                Stream.concat(before.stream().flatMap(b -> b.leaves().stream()), leaves.stream());
        return Hex.of(BallotLog.of(all.map(Hex::parse).toList()).root());
    }
}
