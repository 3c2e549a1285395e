package org.tamga.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tamga.devices.command.DevicesCommandLine;
import org.tamga.devices.ports.CancelSignal;
import org.tamga.devices.profile.DeviceClass;
import org.tamga.devices.profile.DeviceProfile;
import org.tamga.devices.profile.ProfileCatalogue;
import org.tamga.devices.profile.ProfileReading.Accepted;

@DisplayName("What the command simulate prints")
class SimulateCommandTest {
    private static final Duration BETWEEN_DOCUMENTS = Duration.ofSeconds(1);
    private static final String IN_A_KIT = "in a kit:  ";

    @TempDir Path folder;
    private final ReentrantLock camera = new ReentrantLock();

    private static Stream<DeviceProfile> profiles() {
        return ((Accepted<ProfileCatalogue>) ProfileCatalogue.packaged())
                .value().profiles().stream()
                        .filter(
                                profile ->
                                        switch (profile.transport().kind()) {
                                            case SIMULATED, FOLDER -> false;
                                            default -> true;
                                        });
    }

    @Test
    void works_when_it_is_pasted_into_a_kit_for_every_profile() throws Exception {
        Map<String, Future<String>> tests = new TreeMap<>();
        try (var workers = Executors.newFixedThreadPool(6)) {
            profiles()
                    .forEach(
                            profile ->
                                    tests.put(
                                            profile.profile(),
                                            workers.submit(() -> triedAlone(profile))));
        }
        Map<String, String> failed = new TreeMap<>();
        for (var test : tests.entrySet()) {
            String said = test.getValue().get();
            if (!said.contains("pass ")) {
                failed.put(test.getKey(), said);
            }
        }
        assertEquals(Map.of(), failed);
        assertTrue(tests.size() > 20, tests::toString);
    }

    @Test
    void says_what_opens_a_token_and_a_chip() throws Exception {
        try (var token = new Simulated("signing-token/pkcs12-file")) {
            token.stop();
            assertTrue(token.printed().contains("PIN: 1234"), token::printed);
        }
        try (var chip = new Simulated("chip-reader/pcsc-generic")) {
            chip.stop();
            assertTrue(chip.printed().contains("D23145890,1974-08-12,2012-04-15"), chip::printed);
            assertTrue(chip.printed().contains("/trust"), chip::printed);
        }
    }

    /** Loading OpenCV takes the whole machine for seconds: one camera at a time. */
    private String triedAlone(DeviceProfile profile) throws IOException {
        if (profile.deviceClass() != DeviceClass.CAMERA) {
            return tried(profile);
        }
        camera.lock();
        try {
            return tried(profile);
        } finally {
            camera.unlock();
        }
    }

    /** What {@code devices test} printed with that kit; also when it passed. */
    private String tried(DeviceProfile profile) throws IOException {
        try (var simulated = new Simulated(profile.profile())) {
            Path kit = Files.createTempFile(folder, "kit", ".yaml");
            Files.writeString(
                    kit, "kit: pasted\nnote: n\ndevices:\n  " + simulated.kitLine() + "\n");
            StringWriter said = new StringWriter();
            try (var visitor = new Visitor(profile, simulated)) {
                DevicesCommandLine.run(
                        new PrintWriter(visitor.watching(said)),
                        new PrintWriter(said),
                        "test",
                        "--seconds",
                        "60",
                        "--kit",
                        kit.toString(),
                        "--out",
                        Files.createTempDirectory(folder, "out").toString());
            }
            return said.toString();
        } catch (IllegalStateException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** A person who types {@code present} when the test asks for something. */
    private static final class Visitor implements AutoCloseable {
        private final DeviceProfile profile;
        private final Simulated simulated;
        private final CancelSignal over = new CancelSignal();
        private boolean asked;

        Visitor(DeviceProfile profile, Simulated simulated) {
            this.profile = profile;
            this.simulated = simulated;
        }

        Writer watching(StringWriter said) {
            return new Writer() {
                @Override
                public void write(char[] text, int from, int length) {
                    said.write(text, from, length);
                }

                @Override
                public void flush() {
                    if (!asked) {
                        asked = true;
                        Thread.startVirtualThread(Visitor.this::present);
                    }
                }

                @Override
                public void close() {}
            };
        }

        /** What a reader sees while nobody waits for it is thrown away: it is laid on again. */
        private void present() {
            do {
                simulated.type("present");
            } while (profile.deviceClass() == DeviceClass.DOCUMENT_READER
                    && !over.await(BETWEEN_DOCUMENTS));
        }

        @Override
        public void close() {
            over.cancel();
        }
    }

    /** The command at work, with its keyboard and its screen. */
    private final class Simulated implements AutoCloseable {
        private final BlockingQueue<String> screen = new LinkedBlockingQueue<>();
        private final StringWriter printed = new StringWriter();
        private final Writer keyboard;
        private final CompletableFuture<Integer> end = new CompletableFuture<>();
        private final String profile;

        Simulated(String profile) throws IOException {
            this.profile = profile;
            Pipe pipe = Pipe.open();
            keyboard = Channels.newWriter(pipe.sink(), StandardCharsets.UTF_8);
            Reader in = Channels.newReader(pipe.source(), StandardCharsets.UTF_8);
            Path out = Files.createTempDirectory(folder, "s");
            Thread.ofPlatform().start(() -> end.complete(run(in, out)));
        }

        private int run(Reader in, Path out) {
            Writer lines =
                    new Writer() {
                        @Override
                        public void write(char[] text, int from, int length) {
                            printed.write(text, from, length);
                        }

                        @Override
                        public void flush() {
                            screen.add(printed.toString());
                        }

                        @Override
                        public void close() {}
                    };
            var print = new PrintWriter(lines);
            int exit =
                    DevicesCommandLine.run(
                            in,
                            print,
                            print,
                            "simulate",
                            profile,
                            "--fastest",
                            "--out",
                            out.toString());
            screen.add(printed.toString());
            return exit;
        }

        String kitLine() {
            try {
                String first = screen.take();
                return first.lines()
                        .filter(line -> line.startsWith(IN_A_KIT))
                        .findFirst()
                        .map(line -> line.substring(IN_A_KIT.length()))
                        .orElseThrow(() -> new IllegalStateException(first));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        String printed() {
            return printed.toString();
        }

        synchronized void type(String line) {
            try {
                keyboard.write(line + "\n");
                keyboard.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void stop() throws InterruptedException, ExecutionException {
            type("quit");
            assertEquals(0, end.get(), this::printed);
        }

        @Override
        public void close() throws IOException {
            keyboard.close();
            end.join();
        }
    }
}
