package org.tamga.central.definition;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.election.ballot.Manifest;
import org.tamga.election.definition.BallotStyle;
import org.tamga.election.definition.Contest;
import org.tamga.election.definition.ControlRatio;
import org.tamga.election.definition.ElectionKind;
import org.tamga.election.definition.FormLine;
import org.tamga.election.definition.OfficialRole;
import org.tamga.election.definition.Policies;
import org.tamga.election.definition.ProtocolForm;
import org.tamga.election.definition.Severity;
import org.tamga.election.definition.TerminalKind;
import org.tamga.election.text.LocalizedText;

/**
 * The election as the commission writes it down, without any key.
 *
 * @param electionDay ISO date, or {@code today} for a demonstration
 * @param validDays how long after the election day terminals accept the package
 * @param guardians how many guardians hold the election's key, and how many decrypt
 */
public record ElectionDefinition(
        String electionId,
        ElectionKind kind,
        LocalizedText title,
        String electionDay,
        int validDays,
        String timeZone,
        GuardianPlan guardians,
        Policies policies,
        List<Contest> contests,
        List<BallotStyle> ballotStyles,
        List<StationPlan> stations,
        @JsonProperty("protocolForm") FormPlan form) {

    /** Every part has to be there. */
    public ElectionDefinition {
        required(electionId, "electionId");
        required(kind, "kind");
        required(title, "title");
        required(electionDay, "electionDay");
        required(timeZone, "timeZone");
        required(guardians, "guardians");
        required(policies, "policies");
        required(contests, "contests");
        required(ballotStyles, "ballotStyles");
        required(stations, "stations");
        required(form, "protocolForm");
    }

    private static void required(@Nullable Object part, String name) {
        if (part == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
    }

    /** Number of guardians and how many of them decrypt. */
    public record GuardianPlan(int count, int threshold) {}

    /** A station before its people and machines have keys. */
    public record StationPlan(
            String id,
            LocalizedText name,
            LocalizedText address,
            String region,
            List<String> ballotStyleIds,
            List<OfficialPlan> officials,
            List<TerminalPlan> terminals) {}

    /** An official before a certificate is issued. */
    public record OfficialPlan(String id, OfficialRole role, LocalizedText name) {}

    /** A terminal before it has keys. */
    public record TerminalPlan(String id, TerminalKind kind) {}

    /** The protocol's form with ratios as text. */
    public record FormPlan(List<FormLine> lines, List<RatioPlan> ratios) {}

    /** A control ratio with its rule as text, see {@code RatioText}. */
    public record RatioPlan(
            String code,
            Severity severity,
            @Nullable List<String> contests,
            String rule,
            LocalizedText advice) {

        private ControlRatio ratio() {
            RatioText text = RatioText.parse(rule);
            return new ControlRatio(
                    code,
                    contests == null ? List.of() : contests,
                    severity,
                    text.left(),
                    text.relation(),
                    text.right(),
                    advice);
        }
    }

    /** The day, with {@code today} taken from the calendar at the stations. */
    public LocalDate dayOf(Instant now) {
        return "today".equals(electionDay)
                ? LocalDate.ofInstant(now, ZoneId.of(timeZone))
                : LocalDate.parse(electionDay);
    }

    /** The protocol's form as the package carries it. */
    public ProtocolForm protocolForm() {
        return new ProtocolForm(
                form.lines(), form.ratios().stream().map(RatioPlan::ratio).toList());
    }

    /** What ballots are encrypted and proved against. */
    public Manifest manifest() {
        return new Manifest(
                electionId,
                contests.stream()
                        .map(
                                contest ->
                                        new Manifest.ManifestContest(
                                                contest.id(),
                                                contest.votesAllowed(),
                                                contest.candidates().stream()
                                                        .map(candidate -> candidate.id())
                                                        .toList()))
                        .toList(),
                ballotStyles.stream()
                        .map(style -> new Manifest.ManifestStyle(style.id(), style.contestIds()))
                        .toList());
    }
}
