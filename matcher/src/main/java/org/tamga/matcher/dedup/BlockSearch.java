package org.tamga.matcher.dedup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.tamga.matcher.FingerGallery;
import org.tamga.matcher.FingerImpression;
import org.tamga.matcher.FingerPosition;
import org.tamga.matcher.Identification;
import org.tamga.matcher.Probe;

/**
 * One block of the gallery, ready to be searched. What a search finds depends on the block and the
 * probe alone: not on the machine, the number of threads or the order of units.
 */
public final class BlockSearch {
    private final boolean ofRegister;
    private final Settings settings;
    private final Map<String, Enrolment> subjects = new HashMap<>();
    private final FingerGallery gallery;

    /**
     * @param threshold score of one finger from which a pair is suspected
     * @param sumThreshold the same of two fingers together; infinite when sums do not count
     * @param floor score of a search from which a pair is compared in full
     * @param presented impressions of each finger that are presented to the search, the first ones;
     *     all are searched, and all are compared of a pair that comes near
     */
    public record Settings(double threshold, double sumThreshold, double floor, int presented) {
        boolean suspects(SuspectedPair pair) {
            return pair.score() >= threshold || pair.sum() >= sumThreshold;
        }
    }

    /**
     * @param enrolments of the block, by order of id
     * @param ofRegister whether they are of the register
     */
    public BlockSearch(List<Enrolment> enrolments, boolean ofRegister, Settings settings) {
        this.ofRegister = ofRegister;
        this.settings = settings;
        FingerGallery.Builder builder = FingerGallery.builder();
        for (Enrolment enrolment : enrolments) {
            subjects.put(enrolment.subject(), enrolment);
            for (FingerImpression impression : enrolment.impressions()) {
                builder.add(
                        enrolment.subject(), impression.position().code(), impression.template());
            }
        }
        gallery = builder.build();
    }

    /**
     * The suspected pairs of some probes with the block's subjects. Uses the threads of the pool it
     * is called in.
     *
     * @param cancelled asked before each probe
     * @throws CancellationException when asked to stop
     */
    public List<SuspectedPair> search(List<Enrolment> probes, BooleanSupplier cancelled) {
        return probes.parallelStream()
                .flatMap(
                        probe -> {
                            if (cancelled.getAsBoolean()) {
                                throw new CancellationException("the search was cancelled");
                            }
                            return suspectsOf(probe);
                        })
                .toList();
    }

    private Stream<SuspectedPair> suspectsOf(Enrolment probe) {
        return near(probe).stream()
                .map(subjects::get)
                .map(other -> pair(probe, other))
                .filter(settings::suspects);
    }

    private SuspectedPair pair(Enrolment probe, Enrolment other) {
        boolean first = ofRegister || probe.subject().compareTo(other.subject()) < 0;
        return first ? SuspectedPair.of(probe, other) : SuspectedPair.of(other, probe);
    }

    private Set<String> near(Enrolment probe) {
        Set<String> near = new TreeSet<>();
        Map<FingerPosition, Integer> presented = new HashMap<>();
        for (FingerImpression impression : probe.impressions()) {
            if (presented.merge(impression.position(), 1, Integer::sum) <= settings.presented()) {
                gallery.best(Probe.of(impression.template()), gallery.size()).stream()
                        .filter(candidate -> candidate.score() >= settings.floor())
                        .map(Identification.Candidate::subject)
                        .filter(subject -> !subject.equals(probe.subject()))
                        .forEach(near::add);
            }
        }
        return near;
    }
}
