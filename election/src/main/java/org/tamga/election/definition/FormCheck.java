package org.tamga.election.definition;

import java.util.List;
import java.util.stream.Stream;
import org.tamga.election.journal.StationCounters;

/** Whether the protocol form and its control ratios can be evaluated. */
final class FormCheck {
    private final ProtocolForm form;
    private final List<String> contests;
    private final Problems problems;

    FormCheck(ProtocolForm form, List<String> contests, Problems problems) {
        this.form = form;
        this.contests = contests;
        this.problems = problems;
    }

    void run() {
        problems.ids(form.lines().stream().map(FormLine::code).toList(), "protocol form");
        form.lines().forEach(this::line);
        List<FormLine> votes =
                form.lines().stream().filter(line -> line.scope() == LineScope.CANDIDATE).toList();
        problems.unless(
                votes.size() == 1,
                "protocol form",
                votes.size() + " lines for the votes of candidates");
        problems.ids(form.ratios().stream().map(ControlRatio::code).toList(), "control ratios");
        form.ratios().forEach(this::ratio);
    }

    private void line(FormLine line) {
        String place = "line " + line.code();
        problems.text(line.label(), place);
        String counter = line.counter();
        switch (line.source()) {
            case TYPED -> problems.unless(counter == null, place, "a typed line names no counter");
            case COUNTER -> {
                problems.unless(
                        counter != null && StationCounters.NAMES.contains(counter),
                        place,
                        "there is no such counter");
                problems.unless(
                        line.scope() == LineScope.STATION,
                        place,
                        "counters are those of the station");
            }
        }
    }

    private void ratio(ControlRatio ratio) {
        String place = "ratio " + ratio.code();
        problems.text(ratio.advice(), place);
        problems.once(ratio.contests(), place);
        problems.known(ratio.contests(), contests, place);
        problems.unless(
                !ratio.left().isEmpty() && !ratio.right().isEmpty(), place, "a side is empty");
        List<Term> terms = Stream.concat(ratio.left().stream(), ratio.right().stream()).toList();
        problems.known(
                terms.stream().map(Term::line).toList(),
                form.lines().stream().map(FormLine::code).toList(),
                place);
        terms.forEach(
                term -> {
                    problems.unless(term.factor() != 0, place, "a factor is 0");
                    problems.range(term.factor(), -1_000_000, 1_000_000, place);
                });
        boolean ofStation =
                terms.stream()
                        .flatMap(term -> form.line(term.line()).stream())
                        .allMatch(line -> line.scope() == LineScope.STATION);
        problems.unless(
                ratio.contests().isEmpty() || !ofStation,
                place,
                "it names contests but no line of a contest");
    }
}
