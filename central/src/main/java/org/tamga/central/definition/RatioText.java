package org.tamga.central.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tamga.election.definition.Relation;
import org.tamga.election.definition.Term;

/**
 * A control ratio as people write it: {@code L10 = L11 + L12}, {@code L20 <= 3*L17}.
 *
 * @param left terms before the sign
 * @param right terms after it
 */
record RatioText(List<Term> left, Relation relation, List<Term> right) {
    private static final Pattern RATIO = Pattern.compile("([^<>=]+)(<=|>=|=)([^<>=]+)");
    private static final Pattern TERM =
            Pattern.compile("([+-])\\s*(?:(\\d{1,6})\\s*\\*\\s*)?([A-Z][A-Z0-9]{1,7})\\s*");

    /**
     * @throws IllegalArgumentException if the text is not a ratio
     */
    static RatioText parse(String text) {
        Matcher ratio = RATIO.matcher(text);
        if (!ratio.matches()) {
            throw new IllegalArgumentException("not a ratio: " + text);
        }
        Relation relation =
                switch (ratio.group(2)) {
                    case "<=" -> Relation.LE;
                    case ">=" -> Relation.GE;
                    default -> Relation.EQ;
                };
        return new RatioText(terms(ratio.group(1)), relation, terms(ratio.group(3)));
    }

    private static List<Term> terms(String sum) {
        String signed = sum.strip().startsWith("-") ? sum.strip() : "+ " + sum.strip();
        var terms = new ArrayList<Term>();
        Matcher term = TERM.matcher(signed);
        int end = 0;
        while (term.lookingAt()) {
            int factor = term.group(2) == null ? 1 : Integer.parseInt(term.group(2));
            terms.add(new Term("-".equals(term.group(1)) ? -factor : factor, term.group(3)));
            end = term.end();
            term.region(end, signed.length());
        }
        if (terms.isEmpty() || end != signed.length()) {
            throw new IllegalArgumentException("not a sum of lines: " + sum.strip());
        }
        return terms;
    }
}
