package org.tamga.central.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.tamga.central.results.NistReport;
import org.tamga.central.results.Results;
import org.tamga.central.results.ResultsReader;
import org.tamga.central.results.Turnout;
import org.tamga.election.definition.ElectionPackage;
import org.tamga.election.text.Language;

/**
 * The public's side: {@code /} (with {@code ?lang=ky|kk|ru|en}), {@code /turnout.json}, {@code
 * /results.json}, {@code /codes.txt} (confirmation codes). Read only; the figures are read from the
 * database at most every few seconds, however many people ask.
 */
public final class PublicPort extends Handler.Abstract {
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final Duration CODES_FRESH = Duration.ofMinutes(1);

    private final ElectionPackage election;
    private final ResultsReader reader;
    private final Clock clock;
    private final byte[] style;
    private final Supplier<String> codes;
    private final AtomicReference<@Nullable Figures> latest = new AtomicReference<>();
    private final AtomicReference<@Nullable Codes> latestCodes = new AtomicReference<>();

    /**
     * The public's handler.
     *
     * @param codes the confirmation codes of the ballots that arrived, a line each
     */
    public PublicPort(
            ElectionPackage election, ResultsReader reader, Supplier<String> codes, Clock clock) {
        this.election = election;
        this.reader = reader;
        this.codes = codes;
        this.clock = clock;
        this.style = resource("page.css");
    }

    private record Figures(Instant at, Turnout turnout, Results results) {}

    private record Codes(Instant at, String lines) {}

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = String.valueOf(request.getHttpURI().getCanonicalPath());
        if (!HttpMethod.GET.is(request.getMethod()) && !HttpMethod.HEAD.is(request.getMethod())) {
            answer(
                    response,
                    callback,
                    405,
                    "text/plain;charset=utf-8",
                    bytes("Read only [CN-74]\n"));
            return true;
        }
        switch (path) {
            case "/" -> {
                Figures figures = figures();
                String page =
                        PublicPage.of(
                                election,
                                figures.turnout(),
                                figures.results(),
                                language(request),
                                figures.at());
                answer(response, callback, 200, "text/html;charset=utf-8", bytes(page));
            }
            case "/page.css" -> answer(response, callback, 200, "text/css;charset=utf-8", style);
            case "/turnout.json" ->
                    answer(
                            response,
                            callback,
                            200,
                            "application/json",
                            figures().turnout().toBytes());
            case "/results.json" -> {
                Figures figures = figures();
                byte[] report =
                        new NistReport(election, figures.turnout(), figures.results())
                                .toBytes(figures.at());
                answer(response, callback, 200, "application/json", report);
            }
            case "/codes.txt" ->
                    answer(response, callback, 200, "text/plain;charset=utf-8", bytes(codes()));
            default ->
                    answer(
                            response,
                            callback,
                            404,
                            "text/plain;charset=utf-8",
                            bytes("Not here [CN-73]\n"));
        }
        return true;
    }

    // Reading all ballots takes a while: many readers share one answer for a minute.
    private synchronized String codes() {
        Codes known = latestCodes.get();
        Instant now = clock.instant();
        if (known != null && known.at().plus(CODES_FRESH).isAfter(now)) {
            return known.lines();
        }
        var fresh = new Codes(now, codes.get());
        latestCodes.set(fresh);
        return fresh.lines();
    }

    private Figures figures() {
        Figures known = latest.get();
        Instant now = clock.instant();
        if (known != null && known.at().plus(FRESH).isAfter(now)) {
            return known;
        }
        var fresh = new Figures(now, reader.turnout(), reader.results());
        latest.set(fresh);
        return fresh;
    }

    /** What the reader asked for, else what the browser prefers, else Kyrgyz. */
    private static Language language(Request request) {
        String asked = Request.extractQueryParameters(request).getValue("lang");
        String wanted =
                asked != null ? asked : request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE);
        if (wanted != null) {
            for (String part : wanted.toLowerCase(Locale.ROOT).split(",", -1)) {
                for (Language language : Language.values()) {
                    if (part.strip().startsWith(language.code())) {
                        return language;
                    }
                }
            }
        }
        return Language.KY;
    }

    private static void answer(
            Response response, Callback callback, int status, String type, byte[] body) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "public, max-age=5");
        response.getHeaders().put(HttpHeader.VARY, "Accept-Language");
        response.getHeaders()
                .put(
                        new HttpField(
                                "Content-Security-Policy",
                                "default-src 'none'; style-src 'self'; frame-ancestors 'none'"));
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) {
        try (InputStream stream = PublicPort.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
