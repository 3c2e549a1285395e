package org.tamga.matcher.engine.flat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KernelTest {
    private static final List<String> VECTORS = List.of("--add-modules", "jdk.incubator.vector");

    @Test
    void askingForMoreThanTheMachineHasGivesWhatItHas() {
        assertEquals(Kernel.AVX2, Kernel.choose("avx512", Kernel.AVX2));
        assertEquals(Kernel.SCALAR, Kernel.choose("avx2", Kernel.SCALAR));
        assertEquals(Kernel.SCALAR, Kernel.choose("scalar", Kernel.AVX512));
        assertEquals(Kernel.AVX2, Kernel.choose("avx2", Kernel.AVX512));
        assertEquals(Kernel.AVX512, Kernel.choose("", Kernel.AVX512));
    }

    @Test
    void everyKernelGivesTheSameRatingsAndScores() throws Exception {
        String expected = KernelDigest.digest();
        for (String wish : List.of("avx512", "avx2", "scalar")) {
            List<String> options = new ArrayList<>(VECTORS);
            options.add("-D" + Kernel.PROPERTY + "=" + wish);
            assertEquals(expected, digestOf(options).getLast(), wish);
        }
    }

    @Test
    void withoutTheVectorModuleEverythingWorksByPlainArithmeticAndSaysSo() throws Exception {
        List<String> lines = digestOf(List.of());
        assertTrue(lines.getFirst().startsWith("scalar (the Java module"), lines.getFirst());
        assertEquals(KernelDigest.digest(), lines.getLast());
    }

    private static List<String> digestOf(List<String> options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(KernelDigest.class.getName());
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output.lines().toList();
    }
}
