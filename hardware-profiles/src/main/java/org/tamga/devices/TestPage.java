package org.tamga.devices;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The smallest whole PDF with a line of text; the cross-reference table is counted, not typed. */
final class TestPage {
    private TestPage() {}

    static byte[] pdf() {
        String text = "BT /F1 24 Tf 72 760 Td (Tamga: page printer self test) Tj ET";
        List<String> objects =
                List.of(
                        "<</Type/Catalog/Pages 2 0 R>>",
                        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
                                + "/Resources<</Font<</F1 5 0 R>>>>>>",
                        "<</Length %d>>stream\n%s\nendstream".formatted(text.length(), text),
                        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
        StringBuilder table = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append("%010d 00000 n \n".formatted(pdf.length()));
            pdf.append("%d 0 obj\n%s\nendobj\n".formatted(i + 1, objects.get(i)));
        }
        int start = pdf.length();
        pdf.append("xref\n0 6\n").append(table);
        pdf.append("trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n".formatted(start));
        return pdf.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
