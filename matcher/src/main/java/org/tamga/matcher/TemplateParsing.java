package org.tamga.matcher;

/** What became of an attempt to read a template's bytes. */
public sealed interface TemplateParsing {

    record Parsed(FingerTemplate template) implements TemplateParsing {}

    /**
     * @param fault reason with its stable code
     * @param detail one English line without any content of the template
     */
    record Rejected(TemplateFault fault, String detail) implements TemplateParsing {
        /** Stable code {@code FT-nn}. */
        public String code() {
            return fault.code();
        }
    }
}
