package org.tamga.matcher.dedup.grid;

import com.hazelcast.cluster.Member;
import com.hazelcast.core.DistributedObject;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.tamga.matcher.dedup.DedupException;
import org.tamga.matcher.dedup.DedupFault;
import org.tamga.matcher.dedup.DedupJob;
import org.tamga.matcher.dedup.UnitRunner;
import org.tamga.matcher.dedup.WorkFile;

/**
 * Leads a job on a grid: spreads the subjects over the members with one backup, has each unit done
 * by the member that holds its block, does again what a member that died had not answered, and
 * writes what comes back. Holds no part of the gallery itself, but all of the input: what the grid
 * lost all the same is sent again.
 */
public final class GridRunner implements UnitRunner, AutoCloseable {
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int DIGITS = 16;

    /** Long enough for a member to be started again and to be given its part. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HazelcastInstance hazelcast;
    private final int members;
    private final long waitNanos;
    private final Duration patience;
    private final AtomicInteger sentAgain = new AtomicInteger();

    private GridRunner(
            HazelcastInstance hazelcast, int members, long waitNanos, Duration patience) {
        this.hazelcast = hazelcast;
        this.members = members;
        this.waitNanos = waitNanos;
        this.patience = patience;
    }

    /**
     * @param members that must be there before the work begins
     * @param waitSeconds how long to wait for them
     * @throws DedupException when it cannot listen at its address
     */
    public static GridRunner join(GridSettings settings, int members, int waitSeconds) {
        return join(settings, members, waitSeconds, PATIENCE);
    }

    /**
     * @param patience how long the members may answer no unit
     */
    static GridRunner join(GridSettings settings, int members, int waitSeconds, Duration patience) {
        return new GridRunner(
                GridMember.started(GridConfig.of(settings, false), settings),
                members,
                TimeUnit.SECONDS.toNanos(waitSeconds),
                patience);
    }

    static List<Member> holders(HazelcastInstance hazelcast) {
        return hazelcast.getCluster().getMembers().stream()
                .filter(member -> !member.isLiteMember())
                .toList();
    }

    @Override
    public void run(DedupJob job, WorkFile work, UnitListener listener, BooleanSupplier cancelled) {
        waitForMembers(cancelled);
        String name = GridConfig.MAPS + name(job);
        destroyOthers(name);
        IMap<RangeKey, byte[]> ranges = hazelcast.getMap(name);
        for (int block = 0; block < job.plan().blocks(); block++) {
            send(job, ranges, block, cancelled);
        }
        waitUntil(hazelcast.getPartitionService()::isClusterSafe, cancelled);
        new Dispatch(hazelcast, name, job, work, listener, patience)
                .run(block -> sentAgain.addAndGet(send(job, ranges, block, cancelled)), cancelled);
        ranges.destroy();
    }

    /** What jobs have left that nobody went on with. */
    private void destroyOthers(String name) {
        hazelcast.getDistributedObjects().stream()
                .filter(IMap.class::isInstance)
                .filter(map -> map.getName().startsWith(GridConfig.MAPS))
                .filter(map -> !map.getName().equals(name))
                .forEach(DistributedObject::destroy);
    }

    /** The same people cut in the same way are under the same name. */
    private static String name(DedupJob job) {
        return job.population().digest().substring(0, DIGITS)
                + "-"
                + job.plan().blockSubjects()
                + "-"
                + job.plan().unitSubjects();
    }

    /** Ranges of subjects that the grid had lost during the work, backup included. */
    public int sentAgain() {
        return sentAgain.get();
    }

    /** Sends what is not there, and says how many ranges that was. */
    private static int send(
            DedupJob job, IMap<RangeKey, byte[]> ranges, int block, BooleanSupplier cancelled) {
        int sent = 0;
        for (RangeKey key : Ranges.ofBlock(job.plan(), block)) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("stopped while the gallery was being spread");
            }
            if (!ranges.containsKey(key)) {
                byte[] bytes = RangeCodec.write(Ranges.enrolments(job, key));
                ranges.set(key, bytes);
                Arrays.fill(bytes, (byte) 0);
                sent++;
            }
        }
        return sent;
    }

    private void waitForMembers(BooleanSupplier cancelled) {
        long end = System.nanoTime() + waitNanos;
        waitUntil(() -> isComplete() || System.nanoTime() > end, cancelled);
        if (!isComplete()) {
            throw new DedupException(
                    DedupFault.NO_MEMBERS,
                    "%d of %d members joined the grid"
                            .formatted(holders(hazelcast).size(), members));
        }
    }

    private boolean isComplete() {
        return holders(hazelcast).size() >= members;
    }

    private static void waitUntil(BooleanSupplier ready, BooleanSupplier cancelled) {
        while (!ready.getAsBoolean()) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("stopped before the work began");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Leaves the grid; the members keep the templates of a job that is not finished. */
    @Override
    public void close() {
        hazelcast.shutdown();
    }
}
