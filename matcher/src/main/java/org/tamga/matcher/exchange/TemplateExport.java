package org.tamga.matcher.exchange;

import org.tamga.matcher.BiometricBytes;
import org.tamga.matcher.TemplateFault;

/** What became of an attempt to write impressions in a format. */
public sealed interface TemplateExport {

    /** The file's content; the caller closes it. */
    record Exported(BiometricBytes bytes) implements TemplateExport {}

    /**
     * Nothing was written.
     *
     * @param fault reason with its stable code
     * @param detail one English line without any content of the template
     */
    record Refused(TemplateFault fault, String detail) implements TemplateExport {
        /** Stable code {@code FT-nn}. */
        public String code() {
            return fault.code();
        }
    }
}
