package org.tamga.kiosk.demo;

import java.util.List;
import java.util.stream.Stream;

/**
 * The people of a demonstration: voters that are enrolled, and strangers that are not.
 *
 * @param voters in the order of their numbers, 1 …
 * @param strangers people on no list; their fingers must match nobody
 */
record Population(List<Voter> voters, List<Voter> strangers) {
    private static final int NEWCOMERS = 2;

    Population {
        voters = List.copyOf(voters);
        strangers = List.copyOf(strangers);
    }

    /**
     * The list before the last changes: the newcomers are not on it yet, and the first of the
     * strangers has not been struck off.
     */
    List<Voter> earlierVoters() {
        var newcomers = Math.min(NEWCOMERS, voters.size() - 1);
        return Stream.concat(
                        voters.stream().limit(voters.size() - newcomers),
                        strangers.stream().limit(1))
                .toList();
    }

    /**
     * @param papers names, birth date, personal number and face
     * @param fingers the enrolled ones, the better first
     */
    record Voter(int number, Papers papers, List<Finger> fingers) {
        Voter {
            fingers = List.copyOf(fingers);
        }
    }

    /** What is on paper about a person; the person does not exist. */
    record Papers(
            String family,
            String given,
            String patronymic,
            String sex,
            String birthDate,
            String personalNumber,
            long faceSeed) {}

    /** One finger with as many impressions as its source has. */
    interface Finger {
        /** Position code of ISO/IEC 19794-2, 1 … 10. */
        int position();

        /** The impression taken at enrolment. */
        Impression enrolled();

        /**
         * Impressions of the polling day, none of them the enrolled one; their number is limited by
         * {@code limit}.
         */
        List<Impression> presented(int limit);
    }

    /** An image file's bytes, made or read only when asked for. */
    interface Impression {
        /** With the dot: {@code .png}, {@code .tif} … */
        String extension();

        byte[] bytes();
    }
}
