package org.tamga.devices.simulator.people;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * A voter who does not exist.
 *
 * @param family family name in Cyrillic
 * @param given given name in Cyrillic
 * @param patronymic patronymic in Cyrillic, of the form usual for the name: -ович/-овна, уулу/кызы,
 *     -ұлы/-қызы, ўғли/қизи
 * @param birthDate 18 to 95 years before {@link #REFERENCE_DAY}
 * @param personalNumber PIN of the Kyrgyz Republic, 14 digits: sex, DDMMYYYY, five more
 * @param rightIndexSeed finger at position 2 of ISO/IEC 19794-2
 * @param leftIndexSeed finger at position 7 of ISO/IEC 19794-2
 * @param faceSeed for {@link SyntheticFace#of}; carries sex and age so that the face fits the
 *     papers
 */
public record SyntheticPerson(
        String family,
        String given,
        String patronymic,
        Sex sex,
        LocalDate birthDate,
        String personalNumber,
        long rightIndexSeed,
        long leftIndexSeed,
        long faceSeed) {

    /** Ages are counted at this day. */
    public static final LocalDate REFERENCE_DAY = LocalDate.of(2026, 1, 1);

    private static final int SERIALS = 100_000;
    private static final int BLOCKS = 128;
    private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("ddMMuuuu");

    /**
     * The person with this number in the population of this seed. Personal numbers within one
     * population differ.
     *
     * @param index 0 … 12,799,999
     */
    public static SyntheticPerson of(long seed, int index) {
        if (index < 0 || index >= SERIALS * BLOCKS) {
            throw new IllegalArgumentException("index " + index);
        }
        Dice dice = new Dice(seed, 1_000_003L * (index + 1L));
        Sex sex = dice.chance(0.52) ? Sex.FEMALE : Sex.MALE;
        PersonNames.Name name = PersonNames.draw(dice, sex);
        LocalDate birthDate = birthDate(dice, index / SERIALS);
        int age = birthDate.until(REFERENCE_DAY).getYears();
        return new SyntheticPerson(
                name.family(),
                name.given(),
                name.patronymic(),
                sex,
                birthDate,
                personalNumber(sex, birthDate, serial(seed, index)),
                dice.nextLong(),
                dice.nextLong(),
                SyntheticFace.seed(dice.nextLong(), sex, age));
    }

    /**
     * Day number modulo {@link #BLOCKS} tells the block of 100,000 people, so that serials may
     * repeat between blocks.
     */
    private static LocalDate birthDate(Dice dice, int block) {
        double youth = Math.pow(dice.unit(), 1.35);
        long day =
                REFERENCE_DAY
                        .minusYears(18)
                        .minusDays(BLOCKS + (long) (youth * 77 * 365))
                        .toEpochDay();
        return LocalDate.ofEpochDay(Math.floorDiv(day, BLOCKS) * BLOCKS + block);
    }

    /** A permutation of 0 … 99,999: 7 × 11 × … has no factor in common with 100,000. */
    private static int serial(long seed, int index) {
        long offset = Math.floorMod(Dice.mix(seed), (long) SERIALS);
        return (int) ((index % SERIALS * 61_681L + offset) % SERIALS);
    }

    private static String personalNumber(Sex sex, LocalDate birthDate, int serial) {
        return (sex == Sex.FEMALE ? "1" : "2")
                + DIGITS.format(birthDate)
                + "%05d".formatted(serial);
    }
}
