package org.tamga.devices.simulator.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A synthetic person")
class SyntheticPersonTest {
    private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("ddMMuuuu");

    @Test
    @DisplayName("is the same for the same seed and index, and another for another seed")
    void deterministic() {
        assertEquals(SyntheticPerson.of(1, 42), SyntheticPerson.of(1, 42));
        assertNotEquals(SyntheticPerson.of(1, 42), SyntheticPerson.of(2, 42));
    }

    @Test
    @DisplayName(
            "has a personal number of its own, with sex and birth date in it, also beyond 100,000 people")
    void personalNumbers() {
        Set<String> numbers = new HashSet<>();
        Set<Long> fingers = new HashSet<>();
        int people = 120_000;
        for (int index = 0; index < people; index++) {
            SyntheticPerson person = SyntheticPerson.of(5, index);
            String number = person.personalNumber();
            assertTrue(number.matches("[12][0-9]{13}"), number);
            assertEquals(person.sex() == Sex.FEMALE ? '1' : '2', number.charAt(0));
            assertEquals(DIGITS.format(person.birthDate()), number.substring(1, 9));
            numbers.add(number);
            fingers.add(person.rightIndexSeed());
            fingers.add(person.leftIndexSeed());
        }
        assertEquals(people, numbers.size());
        assertEquals(2 * people, fingers.size());
    }

    @Test
    @DisplayName("is 18 to 95 years old and its face has its age and sex")
    void ages() {
        IntStream.range(0, 5_000)
                .mapToObj(index -> SyntheticPerson.of(6, index))
                .forEach(
                        person -> {
                            int age =
                                    person.birthDate()
                                            .until(SyntheticPerson.REFERENCE_DAY)
                                            .getYears();
                            assertTrue(age >= 18 && age <= 95, "age " + age);
                            SyntheticFace face = SyntheticFace.of(person.faceSeed());
                            assertEquals(age, face.age());
                            assertEquals(person.sex(), face.sex());
                        });
    }

    @Test
    @DisplayName("has a Cyrillic name whose three parts agree with the sex")
    void names() {
        for (int index = 0; index < 5_000; index++) {
            SyntheticPerson person = SyntheticPerson.of(7, index);
            String name = person.family() + person.given() + person.patronymic();
            assertTrue(name.matches("[\\p{IsCyrillic} ]+"), name);
            boolean woman = person.sex() == Sex.FEMALE;
            assertEquals(woman, person.family().endsWith("а"), name);
            assertEquals(woman, person.patronymic().matches(".*(на| кызы|қызы| қизи)"), name);
        }
    }

    @Test
    @DisplayName("exists only for an index in range")
    void range() {
        assertThrows(IllegalArgumentException.class, () -> SyntheticPerson.of(1, -1));
        assertThrows(IllegalArgumentException.class, () -> SyntheticPerson.of(1, 12_800_000));
    }
}
