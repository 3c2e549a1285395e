package org.tamga.devices.profile;

import java.util.List;

/**
 * What came of reading a profile or kit file.
 *
 * @param <T> what was asked for
 */
public sealed interface ProfileReading<T> {
    record Accepted<T>(T value) implements ProfileReading<T> {}

    record Refused<T>(List<ProfileProblem> problems) implements ProfileReading<T> {
        public Refused {
            problems = List.copyOf(problems);
        }

        public Refused(ProfileProblem problem) {
            this(List.of(problem));
        }
    }
}
