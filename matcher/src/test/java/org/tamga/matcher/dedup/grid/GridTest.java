package org.tamga.matcher.dedup.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hazelcast.core.DistributedObject;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.matcher.MatcherCommand;
import org.tamga.matcher.dedup.BlockSearch;
import org.tamga.matcher.dedup.DedupException;
import org.tamga.matcher.dedup.DedupFault;
import org.tamga.matcher.dedup.DedupJob;
import org.tamga.matcher.dedup.DedupReport;
import org.tamga.matcher.dedup.LocalRunner;
import org.tamga.matcher.dedup.MadeEnrolments;
import org.tamga.matcher.dedup.Population;
import org.tamga.matcher.dedup.UnitRunner;
import org.tamga.matcher.dedup.WorkFile;

/** Members are processes of their own, started as a person would start them. */
@DisplayName("A grid of three members on loopback")
class GridTest {
    private static final String CLUSTER = "test-" + ProcessHandle.current().pid();

    @TempDir Path folder;
    private final List<Process> members = new ArrayList<>();

    @AfterEach
    void stopMembers() {
        members.forEach(member -> member.toHandle().destroyForcibly());
    }

    @Test
    @DisplayName(
            "finds the same as one machine when one member is killed and another one told to stop")
    void oneIsKilled() throws IOException {
        DedupJob job = DedupJob.of(MadeEnrolments.batch(21, 75, 0, 25, 49, 60, 74), 1000, 1, 16, 4);
        DedupReport alone = report(folder.resolve("alone"), job, new LocalRunner(2), unit -> {});
        assertEquals(5, alone.suspicions().size());

        List<Integer> ports = freePorts(3);
        for (int port : ports) {
            members.add(member(port, ports));
        }
        for (Process member : members) {
            assertTrue(firstLine(member).startsWith("member at 127.0.0.1:"));
        }
        AtomicInteger done = new AtomicInteger();
        GridSettings settings = new GridSettings(CLUSTER, at(0), addresses(ports));
        try (GridRunner grid = GridRunner.join(settings, 3, 60)) {
            DedupReport together =
                    report(
                            folder.resolve("together"),
                            job,
                            grid,
                            unit -> {
                                int units = done.incrementAndGet();
                                if (units == job.plan().units() / 3) {
                                    members.getFirst().toHandle().destroyForcibly();
                                } else if (units == job.plan().units() / 2) {
                                    members.get(1).toHandle().destroy();
                                }
                            });
            assertEquals(job.plan().units(), done.get(), "each unit counted once");
            assertEquals(alone, together);
            assertEquals(0, grid.sentAgain(), "the backups were enough");
        }
        assertEquals(137, members.getFirst().onExit().join().exitValue(), "killed by signal 9");
        assertEquals(143, members.get(1).onExit().join().exitValue(), "ended by signal 15");
        assertTrue(members.get(2).isAlive());
    }

    @Test
    @DisplayName("is sent again what it lost altogether")
    void allIsLost() throws IOException {
        DedupJob job = DedupJob.of(MadeEnrolments.batch(22, 40, 7, 39), 1000, 1, 16, 8);
        DedupReport alone = report(folder.resolve("alone"), job, new LocalRunner(2), unit -> {});
        assertEquals(2, alone.suspicions().size());
        int port = freePorts(1).getFirst();
        GridSettings member = new GridSettings(CLUSTER + "-2", at(port), addresses(List.of(port)));
        GridSettings leader = new GridSettings(CLUSTER + "-2", at(0), addresses(List.of(port)));
        AtomicInteger done = new AtomicInteger();
        try (GridMember held = GridMember.start(member, 1);
                GridRunner grid = GridRunner.join(leader, 1, 60)) {
            assertEquals(1, held.members());
            DedupReport together =
                    report(
                            folder.resolve("together"),
                            job,
                            grid,
                            unit -> {
                                if (done.incrementAndGet() == job.plan().units() / 3) {
                                    loseAll(CLUSTER + "-2");
                                }
                            });
            assertEquals(alone, together);
            assertTrue(grid.sentAgain() > 0);
        }
    }

    @Test
    @DisplayName("searches again for other settings, forgets finished and abandoned jobs")
    void jobsOneAfterTheOther() throws IOException {
        Population people = MadeEnrolments.batch(23, 40, 7, 39);
        DedupJob job = DedupJob.of(people, 1000, 1, 64, 8);
        DedupJob blunt = withThreshold(job, 1e6);
        DedupReport alone = report(folder.resolve("alone"), job, new LocalRunner(2), unit -> {});
        assertEquals(2, alone.suspicions().size());
        int port = freePorts(1).getFirst();
        String cluster = CLUSTER + "-3";
        GridSettings settings = new GridSettings(cluster, at(port), addresses(List.of(port)));
        GridSettings leader = new GridSettings(cluster, at(0), addresses(List.of(port)));
        try (GridMember member = GridMember.start(settings, 1)) {
            try (GridRunner grid = GridRunner.join(leader, 1, 60)) {
                Path file = folder.resolve("abandoned");
                assertThrows(
                        CancellationException.class, () -> report(file, blunt, grid, stopping()));
            }
            assertEquals(1, member.blocksReady(), "kept for who goes on");
            try (GridRunner grid = GridRunner.join(leader, 1, 60)) {
                assertEquals(alone, report(folder.resolve("second"), job, grid, unit -> {}));
                Path file = folder.resolve("third");
                DedupJob other = DedupJob.of(MadeEnrolments.batch(24, 9), 1000, 1, 64, 8);
                assertThrows(
                        CancellationException.class, () -> report(file, other, grid, stopping()));
                assertTrue(comesTrue(() -> maps(cluster).size() == 1));
                assertEquals(alone, report(folder.resolve("fourth"), job, grid, unit -> {}));
                assertTrue(comesTrue(() -> maps(cluster).isEmpty()));
            }
            assertTrue(comesTrue(() -> member.blocksReady() == 0));
        }
    }

    @Test
    @DisplayName("gives up when nothing has come back for long, and not before")
    void givesUp() throws IOException {
        DedupJob job = DedupJob.of(MadeEnrolments.batch(25, 9), 1000, 1, 16, 8);
        int port = freePorts(1).getFirst();
        GridSettings own = new GridSettings(CLUSTER + "-4", at(port), addresses(List.of(port)));
        GridSettings leader = new GridSettings(CLUSTER + "-4", at(0), addresses(List.of(port)));
        Path file = folder.resolve("work");
        try (GridMember member = GridMember.start(own, 1);
                GridRunner grid = GridRunner.join(leader, 1, 60, Duration.ofMillis(300))) {
            member.refuseUnits();
            long start = System.nanoTime();
            DedupException end =
                    assertThrows(DedupException.class, () -> report(file, job, grid, unit -> {}));
            assertEquals(DedupFault.NO_PROGRESS, end.fault());
            assertTrue(System.nanoTime() - start >= Duration.ofMillis(300).toNanos());
        }
    }

    private static DedupJob withThreshold(DedupJob job, double threshold) {
        return new DedupJob(
                job.population(),
                job.fpirPerMillion(),
                job.plan(),
                job.rule(),
                new BlockSearch.Settings(threshold, threshold, job.settings().floor(), 1));
    }

    private static UnitRunner.UnitListener stopping() {
        return unit -> {
            throw new CancellationException("stopped by the test");
        };
    }

    /** Members are told of it a little later. */
    private static boolean comesTrue(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        return condition.getAsBoolean();
    }

    private static List<String> maps(String cluster) {
        return instances(cluster).findFirst().orElseThrow().getDistributedObjects().stream()
                .filter(IMap.class::isInstance)
                .map(DistributedObject::getName)
                .toList();
    }

    private static Stream<HazelcastInstance> instances(String cluster) {
        return Hazelcast.getAllHazelcastInstances().stream()
                .filter(instance -> instance.getConfig().getClusterName().equals(cluster));
    }

    private static void loseAll(String cluster) {
        instances(cluster)
                .flatMap(instance -> instance.getDistributedObjects().stream())
                .filter(IMap.class::isInstance)
                .forEach(map -> ((IMap<?, ?>) map).clear());
    }

    private static DedupReport report(
            Path file, DedupJob job, UnitRunner runner, UnitRunner.UnitListener listener) {
        WorkFile.Opening opening = WorkFile.open(file, job);
        try (WorkFile work = assertInstanceOf(WorkFile.Opening.Opened.class, opening).file()) {
            runner.run(job, work, listener, () -> false);
            return DedupReport.of(job, work.pairs(), List.of());
        }
    }

    private Process member(int port, List<Integer> ports) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Xshare:auto",
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MatcherCommand.class.getName(),
                        "grid",
                        "member",
                        "--bind",
                        at(port).toString(),
                        "--cluster",
                        CLUSTER,
                        "--members",
                        String.join(",", addresses(ports).stream().map(String::valueOf).toList()),
                        "--threads",
                        "1")
                .redirectError(folder.resolve("member-" + port + ".txt").toFile())
                .start();
    }

    private static String firstLine(Process member) throws IOException {
        BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(member.getInputStream(), StandardCharsets.UTF_8));
        return String.valueOf(out.readLine());
    }

    private static List<GridAddress> addresses(List<Integer> ports) {
        return ports.stream().map(GridTest::at).toList();
    }

    private static GridAddress at(int port) {
        return new GridAddress("127.0.0.1", port);
    }

    private static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        }
        List<Integer> ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
        for (ServerSocket socket : sockets) {
            socket.close();
        }
        return ports;
    }
}
