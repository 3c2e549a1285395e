package org.tamga.election.count;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tamga.election.definition.Candidate;
import org.tamga.election.definition.Contest;
import org.tamga.election.definition.FormLine;
import org.tamga.election.definition.LineKey;
import org.tamga.election.definition.LineScope;
import org.tamga.election.definition.LineSource;
import org.tamga.election.definition.ProtocolForm;

/** The concrete lines of a form for the contests of a station. */
public final class FormLines {
    private FormLines() {}

    /** One line as it stands on the screen and on paper. */
    public record ConcreteLine(
            String key, FormLine line, @Nullable Contest contest, @Nullable Candidate candidate) {}

    /**
     * All concrete lines: those of the station, then contest by contest, each in the order of the
     * form.
     */
    public static List<ConcreteLine> of(ProtocolForm form, List<Contest> contests) {
        Stream<ConcreteLine> station =
                form.lines().stream()
                        .filter(line -> line.scope() == LineScope.STATION)
                        .map(
                                line ->
                                        new ConcreteLine(
                                                LineKey.station(line.code()), line, null, null));
        Stream<ConcreteLine> others =
                contests.stream()
                        .flatMap(
                                contest ->
                                        form.lines().stream()
                                                .flatMap(line -> ofContest(line, contest)));
        return Stream.concat(station, others).toList();
    }

    /** The concrete lines that are typed. */
    public static List<ConcreteLine> typed(ProtocolForm form, List<Contest> contests) {
        return of(form, contests).stream()
                .filter(line -> line.line().source() == LineSource.TYPED)
                .toList();
    }

    private static Stream<ConcreteLine> ofContest(FormLine line, Contest contest) {
        return switch (line.scope()) {
            case STATION -> Stream.empty();
            case CONTEST ->
                    Stream.of(
                            new ConcreteLine(
                                    LineKey.contest(line.code(), contest.id()),
                                    line,
                                    contest,
                                    null));
            case CANDIDATE ->
                    contest.candidates().stream()
                            .map(
                                    candidate ->
                                            new ConcreteLine(
                                                    LineKey.candidate(
                                                            line.code(),
                                                            contest.id(),
                                                            candidate.id()),
                                                    line,
                                                    contest,
                                                    candidate));
        };
    }
}
