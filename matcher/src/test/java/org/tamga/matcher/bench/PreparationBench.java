package org.tamga.matcher.bench;

import com.machinezoo.sourceafis.FingerprintMatcher;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tamga.matcher.DrawnFinger;
import org.tamga.matcher.Extraction;
import org.tamga.matcher.FingerQuality;
import org.tamga.matcher.FingerTemplate;
import org.tamga.matcher.GrayImage;
import org.tamga.matcher.Probe;
import org.tamga.matcher.engine.NativeTemplate;

/** From an image of 300 × 360 pixels to a probe, and the same by stock SourceAFIS. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class PreparationBench {
    private final GrayImage image = new DrawnFinger(1).impression(1);
    private final FingerTemplate template = FingerTemplate.extract(image);
    private final FingerprintTemplate stock = NativeTemplate.stock(template.firstSet());

    @Benchmark
    public FingerQuality quality() {
        return FingerQuality.of(image);
    }

    @Benchmark
    public FingerTemplate extraction() {
        return FingerTemplate.extract(image);
    }

    @Benchmark
    public FingerTemplate extractionByStock() {
        return FingerTemplate.extract(image, Extraction.STOCK);
    }

    @Benchmark
    public Probe probe() {
        return Probe.of(template);
    }

    @Benchmark
    public FingerprintMatcher probeByStock() {
        return new FingerprintMatcher(stock);
    }
}
