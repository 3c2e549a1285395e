package org.tamga.matcher.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tamga.matcher.engine.gallery.EnrolledSubjects;
import org.tamga.matcher.engine.gallery.GallerySearch;
import org.tamga.matcher.engine.gallery.Matchers;
import org.tamga.matcher.engine.gallery.SearchProbe;

/** A whole search on all cores, preparation of the probes included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SearchBench {
    @Param({"300", "3000", "10000"})
    int subjects;

    @Param({"1", "2"})
    int fingers;

    private final EnrolledSubjects enrolled = new EnrolledSubjects();
    private final Matchers matchers = Matchers.SHARED;
    private MadeFingers made = new MadeFingers(0);
    private int next;

    @Setup
    public void enrol() {
        made = new MadeFingers(subjects * fingers);
        enrolled.add(
                made.all()
                        .boxed()
                        .collect(
                                Collectors.groupingBy(
                                        i -> "s" + i / fingers,
                                        Collectors.mapping(
                                                this::impression, Collectors.toList()))));
    }

    private EnrolledSubjects.Impression impression(int finger) {
        return new EnrolledSubjects.Impression(1 + finger % fingers, made.sets(finger));
    }

    @Benchmark
    public List<GallerySearch.Hit> search() {
        next = (next + 1) % subjects;
        List<GallerySearch.Finger> presented =
                made.all()
                        .skip((long) next * fingers)
                        .limit(fingers)
                        .mapToObj(f -> new GallerySearch.Finger(1 + f % fingers, probe(f)))
                        .toList();
        return new GallerySearch(enrolled, presented, matchers, () -> false).best(4);
    }

    private SearchProbe probe(int finger) {
        return new SearchProbe(made.sets(finger));
    }
}
