package org.tamga.matcher.dedup.grid;

import com.hazelcast.cluster.Member;
import com.hazelcast.core.ExecutionCallback;
import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import com.hazelcast.core.IExecutorService;
import com.hazelcast.spi.exception.RetryableException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tamga.matcher.dedup.DedupException;
import org.tamga.matcher.dedup.DedupFault;
import org.tamga.matcher.dedup.DedupJob;
import org.tamga.matcher.dedup.UnitResult;
import org.tamga.matcher.dedup.UnitRunner.UnitListener;
import org.tamga.matcher.dedup.WorkFile;
import org.tamga.matcher.dedup.WorkPlan;

/**
 * Gives each member units of one block it holds after the other, and keeps the answers. A unit that
 * was not answered is given again, to whoever holds its block by then.
 */
final class Dispatch {
    private static final long PAUSE_MILLIS = 100;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS);

    private final HazelcastInstance hazelcast;
    private final String map;
    private final DedupJob job;
    private final WorkFile work;
    private final UnitListener listener;
    private final long patienceNanos;
    private final IExecutorService executor;
    private final Map<Integer, Deque<Integer>> open = new HashMap<>();
    private final Map<UUID, Integer> busy = new HashMap<>();
    private final Map<UUID, Long> pausesUntil = new HashMap<>();
    private @Nullable Long failingSince;
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();

    /** What came back of a unit; neither a result nor a failure: a range was missing. */
    private record Answer(Given given, @Nullable UnitResult result, @Nullable Throwable failure) {
        int unit() {
            return given.unit();
        }

        UUID member() {
            return given.member();
        }

        long started() {
            return given.started();
        }
    }

    private record Given(int unit, UUID member, long started) {}

    /**
     * @param patience how long nothing but failures may come back before the job is given up
     */
    Dispatch(
            HazelcastInstance hazelcast,
            String map,
            DedupJob job,
            WorkFile work,
            UnitListener listener,
            Duration patience) {
        this.hazelcast = hazelcast;
        this.map = map;
        this.job = job;
        this.work = work;
        this.listener = listener;
        this.patienceNanos = patience.toNanos();
        this.executor = hazelcast.getExecutorService(GridConfig.EXECUTOR);
    }

    /**
     * @param sendAgain puts a block's missing ranges into the grid
     */
    void run(IntConsumer sendAgain, BooleanSupplier cancelled) {
        for (int block = 0; block < job.plan().blocks(); block++) {
            Deque<Integer> units = new ArrayDeque<>();
            IntStream.range(job.plan().firstUnit(block), job.plan().firstUnit(block + 1))
                    .filter(unit -> !work.isDone(unit))
                    .forEach(units::add);
            open.put(block, units);
        }
        while (work.finished() < job.plan().units()) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("stopped");
            }
            giveOut();
            Answer answer = next();
            if (answer != null) {
                busy.merge(answer.member(), -1, Integer::sum);
                if (accepted(answer, sendAgain)) {
                    failingSince = null;
                } else {
                    failed(answer);
                }
            } else if (isIdle() && failingSince == null) {
                failingSince = System.nanoTime();
            }
            if (isHopeless()) {
                throw new DedupException(
                        DedupFault.NO_PROGRESS, "the grid answers no unit any more");
            }
        }
    }

    /** A unit that was under way all along was hope until now: the patience begins anew. */
    private void failed(Answer answer) {
        long now = System.nanoTime();
        pausesUntil.put(answer.member(), now + PAUSE_NANOS);
        if (failingSince == null || answer.started() - failingSince < 0) {
            failingSince = now;
        }
    }

    /** A unit under way is hope, however long it takes: a member that dies is noticed. */
    private boolean isHopeless() {
        return failingSince != null && isIdle() && System.nanoTime() - failingSince > patienceNanos;
    }

    private boolean isIdle() {
        return answers.isEmpty() && busy.values().stream().allMatch(units -> units == 0);
    }

    private boolean pauses(UUID member) {
        Long until = pausesUntil.get(member);
        return until != null && System.nanoTime() - until < 0;
    }

    private @Nullable Answer next() {
        try {
            return answers.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private boolean accepted(Answer answer, IntConsumer sendAgain) {
        WorkPlan.Unit unit = job.plan().unit(answer.unit());
        UnitResult result = answer.result();
        if (result != null) {
            work.append(result);
            listener.finished(unit);
            return true;
        }
        Throwable failure = answer.failure();
        if (failure == null) {
            sendAgain.accept(unit.block());
            sendAgain.accept(Ranges.ofProbes(job.plan(), unit).block());
        } else if (!isOfTheGrid(failure)) {
            throw new IllegalStateException(
                    "unit " + answer.unit() + " failed on a member", failure);
        }
        open.computeIfAbsent(unit.block(), block -> new ArrayDeque<>()).addFirst(answer.unit());
        return false;
    }

    private static boolean isOfTheGrid(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RetryableException
                    || cause instanceof HazelcastException
                    || cause instanceof HazelcastInstanceNotActiveException
                    || cause instanceof RejectedExecutionException
                    || cause instanceof CancellationException) {
                return true;
            }
        }
        return false;
    }

    private void giveOut() {
        for (Map.Entry<Integer, Deque<Integer>> block : open.entrySet()) {
            @Nullable Member owner =
                    block.getValue().isEmpty()
                            ? null
                            : hazelcast
                                    .getPartitionService()
                                    .getPartition(new RangeKey(block.getKey(), 0))
                                    .getOwner();
            if (owner != null) {
                UUID member = owner.getUuid();
                while (!pauses(member)
                        && busy.getOrDefault(member, 0) < GridConfig.UNITS_AT_ONCE
                        && !block.getValue().isEmpty()) {
                    give(block.getValue().removeFirst(), block.getKey(), member);
                }
            }
        }
    }

    private void give(int unit, int block, UUID member) {
        busy.merge(member, 1, Integer::sum);
        Given given = new Given(unit, member, System.nanoTime());
        executor.submitToKeyOwner(
                new UnitTask(map, unit, job.plan(), job.settings()),
                new RangeKey(block, 0),
                new ExecutionCallback<byte[]>() {
                    @Override
                    public void onResponse(byte[] result) {
                        answers.add(answer(given, result));
                    }

                    @Override
                    public void onFailure(Throwable failure) {
                        answers.add(new Answer(given, null, failure));
                    }
                });
    }

    private static Answer answer(Given given, byte[] result) {
        if (result.length == UnitTask.RANGE_MISSING) {
            return new Answer(given, null, null);
        }
        try {
            return new Answer(given, UnitResult.of(result), null);
        } catch (IOException e) {
            return new Answer(given, null, e);
        }
    }
}
