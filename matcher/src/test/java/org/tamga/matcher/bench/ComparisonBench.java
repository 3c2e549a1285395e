package org.tamga.matcher.bench;

import com.machinezoo.sourceafis.FingerprintMatcher;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.util.List;
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
import org.tamga.matcher.engine.NativeTemplate;
import org.tamga.matcher.engine.cylinder.CylinderCode;
import org.tamga.matcher.engine.cylinder.CylinderCodes;
import org.tamga.matcher.engine.cylinder.CylinderRating;
import org.tamga.matcher.engine.cylinder.RigidCheck;
import org.tamga.matcher.engine.flat.FlatMatcher;
import org.tamga.matcher.engine.flat.FlatProbe;

/** One probe with one candidate by each stage, and by stock SourceAFIS. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ComparisonBench {
    private final MadeFingers made = new MadeFingers(500);
    private final List<FingerprintTemplate> stock =
            made.all().mapToObj(i -> NativeTemplate.stock(made.minutiae(i))).toList();
    private final List<CylinderCodes> codes =
            made.all().mapToObj(i -> CylinderCodes.of(CylinderCode.of(made.minutiae(i)))).toList();
    private final CylinderCode code = CylinderCode.of(made.impression(0));
    private final FingerprintMatcher stockMatcher =
            new FingerprintMatcher(NativeTemplate.stock(made.impression(0)));
    private final FlatProbe probe = new FlatProbe(made.impression(0));
    private final FlatMatcher matcher = new FlatMatcher();
    private final CylinderRating rating = new CylinderRating(code);
    private final RigidCheck check = new RigidCheck(code);
    private int next;

    private int next() {
        next = (next + 1) % made.size();
        return next;
    }

    @Benchmark
    public double exactlyByStock() {
        return stockMatcher.match(stock.get(next()));
    }

    @Benchmark
    public double exactly() {
        return matcher.score(probe, made.minutiae(next()));
    }

    @Benchmark
    public int byCylinders() {
        return rating.rate(codes.get(next()), 0);
    }

    @Benchmark
    public int byCommonMotion() {
        return check.rate(codes.get(next()), 0);
    }
}
