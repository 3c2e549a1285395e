package org.tamga.matcher.dedup.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hazelcast.core.Hazelcast;
import com.hazelcast.map.IMap;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.matcher.MatcherCommand;
import org.tamga.matcher.dedup.DedupJob;
import org.tamga.matcher.dedup.DedupReport;
import org.tamga.matcher.dedup.LocalRunner;
import org.tamga.matcher.dedup.MadeEnrolments;
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
    @DisplayName("finds the same as one machine when a member is killed in the middle")
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
                                if (done.incrementAndGet() == job.plan().units() / 3) {
                                    members.getFirst().toHandle().destroyForcibly();
                                }
                            });
            assertEquals(job.plan().units(), done.get(), "each unit counted once");
            assertEquals(alone, together);
            assertEquals(0, grid.sentAgain(), "the backups were enough");
        }
        assertEquals(137, members.getFirst().onExit().join().exitValue(), "killed by signal 9");
        assertTrue(members.get(1).isAlive() && members.get(2).isAlive());
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

    private static void loseAll(String cluster) {
        Hazelcast.getAllHazelcastInstances().stream()
                .filter(instance -> instance.getConfig().getClusterName().equals(cluster))
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
