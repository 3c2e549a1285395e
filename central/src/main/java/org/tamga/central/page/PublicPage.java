package org.tamga.central.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tamga.central.results.Results;
import org.tamga.central.results.Turnout;
import org.tamga.election.definition.CandidateKind;
import org.tamga.election.definition.ElectionKind;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.definition.Station;
import org.tamga.election.text.Language;

/** The public page as HTML: results above, turnout below, readable without any script. */
final class PublicPage {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final ElectionPackage election;
    private final Language language;
    private final ZoneId zone;
    private final Html html = new Html();

    private PublicPage(ElectionPackage election, Language language) {
        this.election = election;
        this.language = language;
        this.zone = ZoneId.of(election.timeZone());
    }

    /** The whole page. */
    static String of(
            ElectionPackage election,
            Turnout turnout,
            Results results,
            Language language,
            Instant now) {
        var page = new PublicPage(election, language);
        page.head();
        if (results.stationsCounted() > 0 || results.onlineCounted()) {
            page.results(results);
        }
        page.turnout(turnout);
        page.foot(now);
        return page.html.toString();
    }

    private void head() {
        String title = election.title().in(language);
        html.raw("<!DOCTYPE html><html lang=\"" + language.code() + "\"><head>")
                .raw("<meta charset=\"utf-8\"><meta http-equiv=\"refresh\" content=\"30\">")
                .raw("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
                .element("title", title)
                .raw("<link rel=\"stylesheet\" href=\"/page.css\"></head><body><header><nav>");
        for (Language other : Language.values()) {
            String current = other == language ? " aria-current=\"page\"" : "";
            html.raw(
                            "<a hreflang=\"%s\" href=\"/?lang=%s\"%s>"
                                    .formatted(other.code(), other.code(), current))
                    .text(PageText.name(other))
                    .raw("</a>");
        }
        html.raw("</nav>").element("h1", title).raw("<p class=\"day\">");
        html.text(DAY.format(election.electionDay())).raw("</p>");
        if (election.kind() != ElectionKind.REAL) {
            html.raw("<p class=\"sample\">").text(PageText.SAMPLE.in(language)).raw("</p>");
        }
        html.raw("</header><main>");
    }

    private void results(Results results) {
        html.raw("<section>")
                .element("h2", PageText.RESULTS.in(language))
                .raw("<p class=\"note\">");
        html.text(
                        "%s: %d / %d. "
                                .formatted(
                                        PageText.PROTOCOLS.in(language),
                                        results.stationsCounted(),
                                        results.stationsInAll()))
                .text(
                        (results.onlineCounted() ? PageText.ONLINE_DONE : PageText.ONLINE_PENDING)
                                .in(language))
                .raw("</p>");
        results.contests().forEach(this::contest);
        html.raw("</section>");
    }

    private void contest(Results.OfContest contest) {
        html.element("h3", contest.contest().title().in(language))
                .raw(
                        "<div class=\"scroll\"><table class=\"results\"><thead><tr><th></th><th></th>");
        for (PageText column :
                List.of(PageText.PAPER, PageText.ONLINE, PageText.VOTES, PageText.SHARE)) {
            header(column);
        }
        html.raw("</tr></thead><tbody>");
        List<Long> shares = contest.shares();
        long most = shares.stream().mapToLong(Long::longValue).max().orElse(0);
        for (int i = 0; i < shares.size(); i++) {
            candidate(contest.candidates().get(i), shares.get(i), most);
        }
        html.raw("</tbody><tfoot><tr><th>").text(PageText.ALL.in(language)).raw("</th><td></td>");
        html.number(number(contest.candidates().stream().mapToLong(c -> c.paper()).sum()))
                .number(number(contest.candidates().stream().mapToLong(c -> c.online()).sum()))
                .number(number(contest.total()))
                .number(PageText.percent(contest.total() == 0 ? 0 : 10_000, language))
                .raw("</tr></tfoot></table></div>");
        if (contest.contest().votesAllowed() > 1) {
            html.raw("<p class=\"note\">").text(PageText.SHARE_OF_VOTES.in(language)).raw("</p>");
        }
    }

    private void candidate(Results.OfCandidate counted, long share, long most) {
        String kind =
                counted.candidate().kind() == CandidateKind.AGAINST_ALL ? " class=\"against\"" : "";
        html.raw("<tr" + kind + "><th scope=\"row\">")
                .text(counted.candidate().name().in(language));
        String note = counted.candidate().note().in(language);
        if (!note.isBlank()) {
            html.raw("<small>").text(note).raw("</small>");
        }
        long width = most == 0 ? 0 : share * 1000 / most;
        html.raw("</th><td class=\"bar\"><svg viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\"")
                .raw(
                        " aria-hidden=\"true\"><rect width=\""
                                + width
                                + "\" height=\"10\"/></svg></td>")
                .number(number(counted.paper()))
                .number(number(counted.online()))
                .number(number(counted.total()))
                .number(PageText.percent(share, language))
                .raw("</tr>");
    }

    private void turnout(Turnout turnout) {
        html.raw("<section>")
                .element("h2", PageText.TURNOUT.in(language))
                .raw("<div class=\"scroll\"><table><thead><tr><th>")
                .text(PageText.STATION.in(language))
                .raw("</th>");
        for (PageText column :
                List.of(
                        PageText.REGISTERED,
                        PageText.PAPER,
                        PageText.ONLINE,
                        PageText.MOBILE,
                        PageText.IDENTIFIED,
                        PageText.SHARE,
                        PageText.UPDATED)) {
            header(column);
        }
        html.raw("</tr></thead><tbody>");
        for (Station station : election.stations()) {
            row(
                    station,
                    turnout.stations().stream()
                            .filter(known -> known.station().equals(station.id()))
                            .findFirst()
                            .orElse(null));
        }
        Turnout.Total total = turnout.total();
        html.raw("</tbody><tfoot><tr><th>").text(PageText.ALL.in(language)).raw("</th>");
        numbers(
                total.registered(),
                total.identifiedPaper(),
                total.identifiedOnline(),
                total.identifiedMobile());
        html.raw("<td></td></tr></tfoot></table></div></section>");
    }

    private void row(Station station, Turnout.@Nullable OfStation known) {
        html.raw("<tr><th scope=\"row\">")
                .text(station.name().in(language))
                .raw("<small>")
                .text(station.address().in(language))
                .raw("</small></th>");
        if (known == null) {
            html.raw("<td colspan=\"7\" class=\"none\">")
                    .text(PageText.NO_DATA.in(language))
                    .raw("</td></tr>");
            return;
        }
        numbers(
                known.registered(),
                known.identifiedPaper(),
                known.identifiedOnline(),
                known.identifiedMobile());
        String at = known.at();
        html.number(at == null ? "" : TIME.format(Instant.parse(at).atZone(zone))).raw("</tr>");
    }

    private void numbers(long registered, long paper, long online, long mobile) {
        long identified = paper + online + mobile;
        long share = registered == 0 ? 0 : identified * 10_000 / registered;
        html.number(number(registered))
                .number(number(paper))
                .number(number(online))
                .number(number(mobile))
                .number(number(identified))
                .number(PageText.percent(share, language));
    }

    private void foot(Instant now) {
        html.raw("</main><footer><p>")
                .text(PageText.UNOFFICIAL.in(language))
                .raw("</p><p>")
                .text(PageText.UPDATED.in(language) + ": " + TIME.format(now.atZone(zone)) + " · ")
                .text(PageText.DATA.in(language) + ": ")
                .raw("<a href=\"/results.json\">results.json</a> (NIST SP 1500-100) · ")
                .raw("<a href=\"/turnout.json\">turnout.json</a></p><p>")
                .text(PageText.CODES.in(language) + ": ")
                .raw("<a href=\"/codes.txt\">codes.txt</a></p></footer></body></html>");
    }

    private void header(PageText column) {
        html.raw("<th class=\"n\">").text(column.in(language)).raw("</th>");
    }

    private String number(long value) {
        return PageText.number(value, language);
    }
}
