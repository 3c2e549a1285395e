package org.tamga.devices.simulator.people;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.tamga.devices.document.mrz.CheckDigits;

/** The Kyrgyz identity card of a drawn person: a TD1 zone with the PIN (ICAO Doc 9303-5). */
public final class IdentityCard {
    private static final DateTimeFormatter YYMMDD = DateTimeFormatter.ofPattern("yyMMdd");

    /** Ten years after the reference day, so that drawn cards are valid for a while. */
    private static final LocalDate EXPIRY = SyntheticPerson.REFERENCE_DAY.plusYears(10);

    private static final int LINE = 30;
    private static final String CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюяёәғқңөұүһіўҳ";

    /**
     * One a letter of {@link #CYRILLIC} (ICAO Doc 9303-3, section 6, table B, where it has one).
     */
    private static final List<String> LATIN =
            List.of(
                    ("A B V G D E ZH Z I I K L M N O P R S T U F KH TS CH SH SHCH IE Y _ E IU IA E"
                                    + " A G K N O U U H I U H")
                            .split(" "));

    private IdentityCard() {}

    /** Three lines of 30 characters. */
    public static List<String> mrz(SyntheticPerson person) {
        String number = "AN00" + person.personalNumber().substring(9);
        String upper = filled("IDKGZ" + number + CheckDigits.of(number) + person.personalNumber());
        String birth = YYMMDD.format(person.birthDate());
        String expiry = YYMMDD.format(EXPIRY);
        String dates =
                birth
                        + CheckDigits.of(birth)
                        + (person.sex() == Sex.FEMALE ? "F" : "M")
                        + expiry
                        + CheckDigits.of(expiry)
                        + "KGZ";
        String middle = dates + "<".repeat(LINE - 1 - dates.length());
        // The composite digit covers the fields with their check digits, not sex and nationality.
        String checked =
                upper.substring(5)
                        + middle.substring(0, 7)
                        + middle.substring(8, 15)
                        + middle.substring(18);
        String names = filled(latin(person.family()) + "<<" + latin(person.given()));
        return List.of(upper, middle + CheckDigits.of(checked), names);
    }

    private static String filled(String text) {
        return (text + "<".repeat(LINE)).substring(0, LINE);
    }

    private static String latin(String name) {
        StringBuilder latin = new StringBuilder();
        for (char letter : name.toLowerCase(Locale.ROOT).toCharArray()) {
            int at = CYRILLIC.indexOf(letter);
            latin.append(at < 0 ? "<" : LATIN.get(at).replace("_", ""));
        }
        return latin.toString();
    }
}
