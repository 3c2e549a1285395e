package org.tamga.election.text;

/**
 * One text in every language of the product.
 *
 * @param ky Kyrgyz
 * @param kk Kazakh
 * @param ru Russian
 * @param en English
 */
public record LocalizedText(String ky, String kk, String ru, String en) {
    /** The same text in every language: for names that are not translated. */
    public static LocalizedText same(String text) {
        return new LocalizedText(text, text, text, text);
    }

    public String in(Language language) {
        return switch (language) {
            case KY -> ky;
            case KK -> kk;
            case RU -> ru;
            case EN -> en;
        };
    }
}
