package org.tamga.matcher.exchange;

import java.util.List;
import org.tamga.matcher.FingerImpression;
import org.tamga.matcher.TemplateFault;

/** What became of an attempt to read a template file. */
public sealed interface TemplateImport {

    /**
     * The file was read.
     *
     * @param impressions in the order of the file; impressions of one finger are its views
     * @param dpi resolution that the file states for its first impression; the templates are at 500
     *     dpi whatever it says
     */
    record Imported(ExchangeFormat format, List<FingerImpression> impressions, double dpi)
            implements TemplateImport {
        public Imported {
            impressions = List.copyOf(impressions);
        }
    }

    /**
     * The file was not taken.
     *
     * @param fault reason with its stable code
     * @param detail one English line without any content of the template
     */
    record Refused(TemplateFault fault, String detail) implements TemplateImport {
        /** Stable code {@code FT-nn}. */
        public String code() {
            return fault.code();
        }
    }
}
