package org.tamga.matcher.dedup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.tamga.matcher.engine.Calibration;

/**
 * Which job a work file is of: the same header means the same outcome.
 *
 * @param format {@value #FORMAT}
 * @param input SHA-256 of ids, positions and templates
 * @param matcher what the scores come from
 */
record WorkHeader(
        String format,
        int algorithm,
        String input,
        int fpirPerMillion,
        double threshold,
        double sumThreshold,
        double floor,
        int presented,
        int blockSubjects,
        int unitSubjects,
        String matcher) {
    static final String FORMAT = "tamga-dedup-work/1";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static WorkHeader of(DedupJob job) {
        return new WorkHeader(
                FORMAT,
                DedupJob.ALGORITHM,
                job.population().digest(),
                job.fpirPerMillion(),
                job.settings().threshold(),
                job.settings().sumThreshold(),
                job.settings().floor(),
                job.settings().presented(),
                job.plan().blockSubjects(),
                job.plan().unitSubjects(),
                Calibration.shipped().matcher());
    }

    byte[] toBytes() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static WorkHeader of(byte[] json) throws IOException {
        return JSON.readValue(json, WorkHeader.class);
    }
}
