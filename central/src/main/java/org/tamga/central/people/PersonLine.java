package org.tamga.central.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code people.jsonl}. Paths are relative to the folder of the file.
 *
 * @param person running number in the source
 * @param pin digits of the personal number
 * @param patronymic may be empty
 * @param birthDate ISO date
 * @param sex {@code F} or {@code M}
 * @param photo a JPEG, absent where there is none
 * @param status absent for somebody who may vote, else a word of {@code VoterStatus}
 */
record PersonLine(
        long person,
        String pin,
        String family,
        String given,
        @Nullable String patronymic,
        String birthDate,
        @Nullable String sex,
        @Nullable String photo,
        List<FingerLine> fingers,
        String ballotStyle,
        String station,
        @Nullable String status) {

    /**
     * Impressions of one finger; the best one is enrolled.
     *
     * @param position finger position code of ISO/IEC 19794-2, 1…10
     */
    record FingerLine(int position, List<String> images) {}
}
