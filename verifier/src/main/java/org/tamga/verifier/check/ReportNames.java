package org.tamga.verifier.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.tamga.verifier.format.ElectionPackage;
import org.tamga.verifier.format.ElectionPackage.Candidate;
import org.tamga.verifier.format.ElectionPackage.Contest;
import org.tamga.verifier.format.ElectionPackage.Text;

/**
 * Whether a report (NIST SP 1500-100) means by its identifiers what the election package means:
 * right counts under exchanged names would be a wrong result. Everything is listed once, in the
 * order of the ballot.
 */
final class ReportNames {
    private ReportNames() {}

    static boolean fit(JsonNode report, ElectionPackage election) {
        return report.path("Election").size() == 1
                && stated(report).equals(expected(election))
                && stations(report, election);
    }

    private static List<String> expected(ElectionPackage election) {
        List<String> lines = new ArrayList<>();
        for (Contest contest : election.contests()) {
            for (Candidate candidate : contest.candidates()) {
                lines.add("candidate-" + name(contest, candidate) + texts(candidate.name()));
            }
        }
        for (Contest contest : election.contests()) {
            lines.add("contest-" + contest.id() + contest.title().en() + texts(contest.title()));
            for (Candidate candidate : contest.candidates()) {
                String name = name(contest, candidate);
                lines.add("selection-" + name + "[\"candidate-" + name + "\"]");
            }
        }
        return lines;
    }

    private static String name(Contest contest, Candidate candidate) {
        return contest.id() + "-" + candidate.id();
    }

    private static List<String> stated(JsonNode report) {
        List<String> lines = new ArrayList<>();
        JsonNode election = report.path("Election").path(0);
        for (JsonNode candidate : election.path("Candidate")) {
            lines.add(id(candidate) + texts(candidate.path("BallotName")));
        }
        for (JsonNode contest : election.path("Contest")) {
            lines.add(
                    id(contest)
                            + contest.path("Name").asText()
                            + texts(contest.path("BallotTitle")));
            for (JsonNode selection : contest.path("BallotSelection")) {
                lines.add(id(selection) + selection.path("CandidateIds"));
            }
        }
        return lines;
    }

    private static boolean stations(JsonNode report, ElectionPackage election) {
        var expected = new TreeMap<String, String>();
        election.stations().forEach(s -> expected.put("station-" + s.id(), s.name().en()));
        var stated = new TreeMap<String, String>();
        for (JsonNode unit : report.path("GpUnit")) {
            if (id(unit).startsWith("station-")
                    && stated.put(id(unit), unit.path("Name").asText()) != null) {
                return false;
            }
        }
        return stated.equals(expected);
    }

    private static String id(JsonNode node) {
        return node.path("@id").asText();
    }

    private static String texts(Text text) {
        return " ky=%s kk=%s ru=%s en=%s".formatted(text.ky(), text.kk(), text.ru(), text.en());
    }

    private static String texts(JsonNode internationalized) {
        StringBuilder texts = new StringBuilder();
        for (JsonNode text : internationalized.path("Text")) {
            texts.append(' ').append(text.path("Language").asText());
            texts.append('=').append(text.path("Content").asText());
        }
        return texts.toString();
    }
}
