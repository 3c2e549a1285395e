package org.tamga.central.results;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SortedSet;
import java.util.TreeSet;
import org.erdtman.jcs.JsonCanonicalizer;
import org.tamga.election.definition.BallotStyle;
import org.tamga.election.definition.ElectionKind;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.definition.Station;
import org.tamga.election.text.Language;
import org.tamga.election.text.LocalizedText;

/**
 * Results in the common data format of NIST SP 1500-100 version 2, as JSON. A station is a {@code
 * precinct}; stations that were decrypted together are a {@code combined-precinct}; votes on paper
 * are of type {@code election-day}, electronic ones {@code other} with {@code OtherType} online.
 */
public final class NistReport {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ElectionPackage electionPackage;
    private final Turnout turnout;
    private final Results results;

    public NistReport(ElectionPackage electionPackage, Turnout turnout, Results results) {
        this.electionPackage = electionPackage;
        this.turnout = turnout;
        this.results = results;
    }

    /**
     * The report's bytes, canonical JSON (RFC 8785).
     *
     * @param at when it is made; the same results at the same instant give the same bytes
     */
    public byte[] toBytes(Instant at) {
        boolean complete =
                results.onlineCounted() && results.stationsCounted() == results.stationsInAll();
        ObjectNode report = node("ElectionReport");
        report.put("Format", "precinct-level");
        report.put("GeneratedDate", at.truncatedTo(ChronoUnit.SECONDS).toString());
        report.put("Issuer", "Tamga central node");
        report.put("IssuerAbbreviation", "TAMGA");
        report.put("IsTest", electionPackage.kind() != ElectionKind.REAL);
        report.put("SequenceStart", 1);
        report.put("SequenceEnd", 1);
        report.put("Status", complete ? "unofficial-complete" : "unofficial-partial");
        report.put("VendorApplicationId", "org.tamga");
        report.set("GpUnit", units());
        report.set("Election", NODES.arrayNode().add(election()));
        try {
            return new JsonCanonicalizer(new ObjectMapper().writeValueAsString(report))
                    .getEncodedUTF8();
        } catch (JacksonException e) {
            throw new IllegalStateException("A tree is always JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ArrayNode units() {
        ArrayNode units = NODES.arrayNode();
        ObjectNode whole = unit("election", "country", electionPackage.title().en());
        whole.put("TotalSubUnits", results.stationsInAll());
        whole.put("SubUnitsReported", results.stationsCounted());
        ArrayNode parts = whole.putArray("ComposingGpUnitIds");
        units.add(whole);
        for (Station station : electionPackage.stations()) {
            parts.add("station-" + station.id());
            ObjectNode unit = unit("station-" + station.id(), "precinct", station.name().en());
            unit.put("Number", station.id());
            turnout.stations().stream()
                    .filter(known -> known.station().equals(station.id()))
                    .forEach(
                            known -> {
                                unit.put("VotersRegistered", known.registered());
                                unit.put("VotersParticipated", known.identified());
                            });
            units.add(unit);
        }
        for (String group : groups()) {
            if (group.contains("+")) {
                ObjectNode unit = unit("group-" + group, "combined-precinct", group);
                ArrayNode members = unit.putArray("ComposingGpUnitIds");
                for (String station : group.split("\\+", -1)) {
                    members.add("station-" + station);
                }
                units.add(unit);
            }
        }
        return units;
    }

    private SortedSet<String> groups() {
        var groups = new TreeSet<String>();
        results.contests().stream()
                .flatMap(contest -> contest.candidates().stream())
                .forEach(candidate -> groups.addAll(candidate.onlineByGroup().keySet()));
        return groups;
    }

    private ObjectNode election() {
        ObjectNode election = node("Election");
        election.put("ElectionScopeId", "election");
        election.put("StartDate", electionPackage.electionDay().toString());
        election.put("EndDate", electionPackage.electionDay().toString());
        election.set("Name", text(electionPackage.title()));
        election.put("Type", "general");
        ArrayNode candidates = election.putArray("Candidate");
        ArrayNode contests = election.putArray("Contest");
        for (Results.OfContest contest : results.contests()) {
            contest.candidates()
                    .forEach(counted -> candidates.add(candidate(contest.contest().id(), counted)));
            contests.add(contest(contest));
        }
        ArrayNode styles = election.putArray("BallotStyle");
        electionPackage.ballotStyles().forEach(style -> styles.add(style(style)));
        return election;
    }

    private static ObjectNode candidate(String contest, Results.OfCandidate counted) {
        ObjectNode candidate = node("Candidate");
        candidate.put("@id", "candidate-" + contest + "-" + counted.candidate().id());
        candidate.set("BallotName", text(counted.candidate().name()));
        return candidate;
    }

    private static ObjectNode contest(Results.OfContest counted) {
        ObjectNode contest = node("CandidateContest");
        String id = counted.contest().id();
        int votes = counted.contest().votesAllowed();
        contest.put("@id", "contest-" + id);
        contest.put("Name", counted.contest().title().en());
        contest.set("BallotTitle", text(counted.contest().title()));
        contest.put("ElectoralDistrictId", "election");
        contest.put("VotesAllowed", votes);
        contest.put("VoteVariation", votes == 1 ? "1-of-m" : "n-of-m");
        ArrayNode selections = contest.putArray("BallotSelection");
        int order = 1;
        for (Results.OfCandidate candidate : counted.candidates()) {
            ObjectNode selection = node("CandidateSelection");
            String name = id + "-" + candidate.candidate().id();
            selection.put("@id", "selection-" + name);
            selection.putArray("CandidateIds").add("candidate-" + name);
            selection.put("SequenceOrder", order++);
            selection.set("VoteCounts", counts(candidate));
            selections.add(selection);
        }
        return contest;
    }

    private static ArrayNode counts(Results.OfCandidate candidate) {
        ArrayNode counts = NODES.arrayNode();
        candidate
                .paperByStation()
                .forEach(
                        (station, votes) ->
                                counts.add(count("election-day", "station-" + station, votes)));
        candidate
                .onlineByGroup()
                .forEach(
                        (group, votes) -> {
                            String unit = (group.contains("+") ? "group-" : "station-") + group;
                            counts.add(count("other", unit, votes).put("OtherType", "online"));
                        });
        return counts.add(count("total", "election", candidate.total()));
    }

    private static ObjectNode count(String type, String unit, long votes) {
        return node("VoteCounts").put("Type", type).put("GpUnitId", unit).put("Count", votes);
    }

    private ObjectNode style(BallotStyle style) {
        ObjectNode node = node("BallotStyle");
        ArrayNode units = node.putArray("GpUnitIds");
        electionPackage.stations().stream()
                .filter(station -> station.ballotStyleIds().contains(style.id()))
                .forEach(station -> units.add("station-" + station.id()));
        ArrayNode contests = node.putArray("OrderedContest");
        style.contestIds()
                .forEach(
                        id ->
                                contests.add(
                                        node("OrderedContest").put("ContestId", "contest-" + id)));
        return node;
    }

    private static ObjectNode unit(String id, String type, String name) {
        return node("ReportingUnit").put("@id", id).put("Type", type).put("Name", name);
    }

    private static ObjectNode text(LocalizedText text) {
        ObjectNode node = node("InternationalizedText");
        ArrayNode strings = node.putArray("Text");
        for (Language language : Language.values()) {
            strings.add(
                    node("LanguageString")
                            .put("Content", text.in(language))
                            .put("Language", language.code()));
        }
        return node;
    }

    private static ObjectNode node(String type) {
        return NODES.objectNode().put("@type", "ElectionResults." + type);
    }
}
