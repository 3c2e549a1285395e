package org.tamga.kiosk.protocol;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.tamga.election.count.FormLines;
import org.tamga.election.count.FormLines.ConcreteLine;
import org.tamga.election.count.RatioOutcome;
import org.tamga.election.definition.ElectionKind;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.definition.Official;
import org.tamga.election.definition.Station;
import org.tamga.election.protocol.BalancedProtocol;
import org.tamga.election.protocol.ProtocolContent;
import org.tamga.election.text.Language;
import org.tamga.election.text.LocalizedText;
import org.tamga.kiosk.i18n.Message;
import org.tamga.kiosk.i18n.Messages;

/**
 * The protocol as people read and sign it: A4, in the official languages one under the other, with
 * the file that the machines read ({@code protocol-v<version>.json}) embedded, so that the two
 * cannot be parted.
 */
public final class ProtocolPdf {
    private static final float[] LINE_COLUMNS = {52, PdfPages.INNER - 52 - 80, 80};
    private static final float[] RATIO_COLUMNS = {52, PdfPages.INNER - 52 - 3 * 62, 62, 62, 62};
    private static final float[] SIGNER_COLUMNS = {PdfPages.INNER - 290, 130, 160};

    private final Messages messages;
    private final List<Language> languages;

    /**
     * @param languages the official ones, the first leading
     */
    public ProtocolPdf(Messages messages, List<Language> languages) {
        this.messages = messages;
        this.languages = List.copyOf(languages);
    }

    /** Draws the protocol up for signing; the bytes carry no signature yet. */
    public byte[] write(ElectionPackage election, BalancedProtocol protocol) {
        var content = protocol.content();
        var station = election.station(content.stationId()).orElseThrow();
        try (var document = new PDDocument();
                var pages = new PdfPages(document)) {
            head(pages, election, station, content);
            lines(pages, election, station, content);
            ratios(pages, content);
            integrity(pages, content, protocol.hash());
            signers(pages, station);
            pages.finish(
                    election.electionId()
                            + " · "
                            + station.id()
                            + " · v"
                            + content.version()
                            + " · "
                            + protocol.hash());
            embed(
                    document,
                    "protocol-v" + content.version() + ".json",
                    protocol.bytes(),
                    content.closedAt());
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void head(
            PdfPages pages, ElectionPackage election, Station station, ProtocolContent content)
            throws IOException {
        if (election.kind() != ElectionKind.REAL) {
            pages.banner(all("protocol.pdf.banner." + election.kind()));
        }
        for (var language : languages) {
            pages.centred(in(language, "protocol.pdf.title"), 14, true);
        }
        pages.gap(4);
        pages.centred(localized(election.title()), 10, false);
        pages.gap(6);
        var zone = ZoneId.of(election.timeZone());
        var columns = new float[] {PdfPages.INNER * 0.4f, PdfPages.INNER * 0.6f};
        pair(
                pages,
                columns,
                "protocol.pdf.station",
                station.id() + " — " + localized(station.name()));
        pair(pages, columns, "protocol.pdf.address", localized(station.address()));
        pair(pages, columns, "protocol.pdf.day", election.electionDay().toString());
        pair(
                pages,
                columns,
                "protocol.pdf.closed",
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm")
                        .format(content.closedAt().atZone(zone)));
        pair(pages, columns, "protocol.pdf.version", Integer.toString(content.version()));
        if (content.reason() != null) {
            pair(pages, columns, "protocol.pdf.correction", content.reason());
        }
        pages.gap(10);
    }

    private void pair(PdfPages pages, float[] columns, String key, String value)
            throws IOException {
        pages.row(
                List.of(PdfPages.Cell.of(all(key)), PdfPages.Cell.strong(value)),
                columns,
                9,
                false);
    }

    private void lines(
            PdfPages pages, ElectionPackage election, Station station, ProtocolContent content)
            throws IOException {
        var contest = "";
        tableHead(pages, all("protocol.pdf.lines"));
        for (var line : FormLines.of(election.protocolForm(), election.contestsOf(station))) {
            var current = line.contest();
            if (current != null && !current.id().equals(contest)) {
                contest = current.id();
                pages.gap(8);
                pages.keep(80);
                tableHead(pages, localized(current.title()));
            }
            var label = PdfPages.Cell.of(label(line));
            var number = PdfPages.Cell.number(content.lines().getOrDefault(line.key(), 0L));
            pages.row(
                    List.of(PdfPages.Cell.of(line.line().code()), label, number),
                    LINE_COLUMNS,
                    9,
                    false);
        }
        pages.gap(10);
    }

    private void tableHead(PdfPages pages, String title) throws IOException {
        var cells =
                List.of(
                        PdfPages.Cell.strong("№"),
                        PdfPages.Cell.strong(title),
                        new PdfPages.Cell(all("protocol.pdf.number"), true, true));
        pages.row(cells, LINE_COLUMNS, 9, true);
    }

    private String label(ConcreteLine line) {
        var candidate = line.candidate();
        return candidate == null ? localized(line.line().label()) : localized(candidate.name());
    }

    private void ratios(PdfPages pages, ProtocolContent content) throws IOException {
        if (content.ratios().isEmpty()) {
            return;
        }
        pages.keep(80);
        pages.row(
                List.of(
                        PdfPages.Cell.strong("№"),
                        PdfPages.Cell.strong(all("protocol.pdf.ratios")),
                        new PdfPages.Cell(all("protocol.pdf.left"), true, true),
                        new PdfPages.Cell(all("protocol.pdf.right"), true, true),
                        new PdfPages.Cell("", true, true)),
                RATIO_COLUMNS,
                8,
                true);
        for (var ratio : content.ratios()) {
            pages.row(
                    List.of(
                            PdfPages.Cell.of(ratio.code()),
                            PdfPages.Cell.of(described(content, ratio)),
                            PdfPages.Cell.number(ratio.leftSum()),
                            PdfPages.Cell.number(ratio.rightSum()),
                            new PdfPages.Cell(
                                    ratio.holds() ? "✓" : Long.toString(ratio.gap()), true, true)),
                    RATIO_COLUMNS,
                    8,
                    false);
        }
        pages.gap(10);
    }

    private static String described(ProtocolContent content, RatioOutcome ratio) {
        var codes =
                ratio.lines().stream()
                        .map(key -> key.split("@")[0])
                        .distinct()
                        .collect(Collectors.joining(", "));
        var scope = ratio.contest() == null ? codes : codes + " · " + ratio.contest();
        var answer = content.answers().get(ratio.key());
        return answer == null ? scope : scope + "\n" + answer;
    }

    private void integrity(PdfPages pages, ProtocolContent content, String hash)
            throws IOException {
        pages.keep(130);
        var beside = new java.util.ArrayList<String>();
        beside.add(all("protocol.pdf.integrity"));
        beside.add("SHA-256 " + hash);
        beside.add(
                all("protocol.pdf.journal")
                        + ": "
                        + content.journalHead().seq()
                        + " · "
                        + content.journalHead().hash());
        content.boothRoots()
                .forEach(
                        (terminal, root) ->
                                beside.add(
                                        all("protocol.pdf.booth") + " " + terminal + ": " + root));
        var code =
                "TAMGA-PROTOCOL|"
                        + content.electionId()
                        + "|"
                        + content.stationId()
                        + "|"
                        + content.version()
                        + "|"
                        + hash;
        pages.qr(code, 96, beside, 8);
        pages.gap(8);
    }

    private void signers(PdfPages pages, Station station) throws IOException {
        pages.keep(120);
        pages.row(
                List.of(
                        PdfPages.Cell.strong(all("protocol.pdf.official")),
                        PdfPages.Cell.strong(all("protocol.pdf.role")),
                        PdfPages.Cell.strong(all("protocol.pdf.signature"))),
                SIGNER_COLUMNS,
                9,
                true);
        for (var official : station.officials()) {
            pages.row(signer(official), SIGNER_COLUMNS, 10, false);
        }
    }

    private List<PdfPages.Cell> signer(Official official) {
        return List.of(
                PdfPages.Cell.of(official.name().in(languages.getFirst())),
                PdfPages.Cell.of(all("signin.role." + official.role())),
                PdfPages.Cell.of(" \n "));
    }

    private static void embed(PDDocument document, String name, byte[] file, Instant at)
            throws IOException {
        var embedded = new PDEmbeddedFile(document, new java.io.ByteArrayInputStream(file));
        embedded.setSubtype("application/json");
        embedded.setSize(file.length);
        embedded.setModDate(GregorianCalendar.from(at.atZone(ZoneOffset.UTC)));
        var specification = new PDComplexFileSpecification();
        specification.setFile(name);
        specification.setFileUnicode(name);
        specification.setEmbeddedFile(embedded);
        // PDF 2.0, 7.11.3: the embedded file is the source that the pages are drawn from.
        specification.getCOSObject().setName(COSName.getPDFName("AFRelationship"), "Source");
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(name, specification));
        var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
    }

    private String in(Language language, String key) {
        return messages.text(language, Message.of(key));
    }

    private String all(String key) {
        return languages.stream()
                .map(language -> in(language, key))
                .distinct()
                .collect(Collectors.joining(" / "));
    }

    private String localized(LocalizedText text) {
        return languages.stream().map(text::in).distinct().collect(Collectors.joining(" / "));
    }
}
