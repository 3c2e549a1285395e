package org.tamga.kiosk.ballot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;

/** The pack of printed cards of a demonstration, drawn from the top. */
public final class DemoCards implements Supplier<Optional<String>> {
    private final Deque<String> pack;

    private DemoCards(Deque<String> pack) {
        this.pack = pack;
    }

    /**
     * Opens {@code cards.jsonl} of a station's kit: the text of a card's code a line.
     *
     * @throws IOException if it cannot be read
     */
    public static DemoCards open(Path cards) throws IOException {
        return new DemoCards(new ArrayDeque<>(Files.readAllLines(cards)));
    }

    /** The next card; none once the pack is used up. */
    @Override
    public Optional<String> get() {
        return Optional.ofNullable(pack.poll());
    }
}
