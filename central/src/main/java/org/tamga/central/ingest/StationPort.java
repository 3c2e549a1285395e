package org.tamga.central.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.tamga.central.register.RegisterShelf;
import org.tamga.election.exchange.FileBundle;
import org.tamga.election.exchange.Refusal;
import org.tamga.election.wire.CanonicalJson;

/**
 * What terminals may ask: {@code PUT /v1/items/{id}}, {@code GET /v1/election-package}, {@code GET
 * /v1/register/{held}}, {@code GET /v1/time}. Every other request, and everything malformed, is a
 * 4xx answer with a {@link Refusal}; nothing of it is kept.
 */
public final class StationPort extends Handler.Abstract {
    /** An item of 4 MiB is twice in base64: 7.2 MiB. */
    static final int MAX_BODY_BYTES = 10 << 20;

    private static final Pattern ITEM = Pattern.compile("/v1/items/([0-9a-f]{64})");
    private static final Pattern REGISTER = Pattern.compile("/v1/register/(\\d{1,6})");
    private static final String JSON = "application/json";

    private final ItemIngest ingest;
    private final RegisterShelf registers;
    private final FileBundle electionPackage;
    private final Clock clock;

    /**
     * @param electionPackage the published package and its signature
     */
    public StationPort(
            ItemIngest ingest, RegisterShelf registers, FileBundle electionPackage, Clock clock) {
        this.ingest = ingest;
        this.registers = registers;
        this.electionPackage = electionPackage;
        this.clock = clock;
    }

    private record Time(Instant at) {}

    @Override
    public boolean handle(Request request, Response response, Callback callback)
            throws IOException {
        String path = request.getHttpURI().getCanonicalPath();
        Matcher item = ITEM.matcher(String.valueOf(path));
        Matcher register = REGISTER.matcher(String.valueOf(path));
        boolean known =
                item.matches()
                        || register.matches()
                        || "/v1/election-package".equals(path)
                        || "/v1/time".equals(path);
        HttpMethod expected = item.matches() ? HttpMethod.PUT : HttpMethod.GET;
        Optional<String> carrier = terminalOf(request);
        if (!known) {
            refuse(response, callback, IngestCode.NOT_FOUND, "no such address");
        } else if (!expected.is(request.getMethod())) {
            refuse(response, callback, IngestCode.WRONG_METHOD, "only " + expected);
        } else if (carrier.isEmpty()) {
            refuse(
                    response,
                    callback,
                    IngestCode.WRONG_CERTIFICATE,
                    "not a terminal's certificate");
        } else if (item.matches()) {
            put(request, response, callback, item.group(1), carrier.get());
        } else if (register.matches()) {
            int held = Integer.parseInt(register.group(1));
            giveRegister(response, callback, carrier.get(), held);
        } else if ("/v1/time".equals(path)) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            answer(response, callback, 200, JSON, CanonicalJson.write(new Time(now)));
        } else {
            answer(response, callback, 200, JSON, electionPackage.toBytes());
        }
        return true;
    }

    private void put(
            Request request, Response response, Callback callback, String id, String carrier)
            throws IOException {
        if (request.getLength() > 2L * MAX_BODY_BYTES) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
            refuse(response, callback, IngestCode.TOO_LARGE, "far too long");
            return;
        }
        byte[] body;
        try (InputStream stream = Content.Source.asInputStream(request)) {
            body = stream.readNBytes(MAX_BODY_BYTES + 1);
            if (body.length > MAX_BODY_BYTES) {
                // Somewhat too long: hear it out, so that the sender hears the answer.
                stream.skip(MAX_BODY_BYTES);
            }
        }
        if (body.length > MAX_BODY_BYTES) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
            refuse(
                    response,
                    callback,
                    IngestCode.TOO_LARGE,
                    "more than " + MAX_BODY_BYTES + " bytes");
            return;
        }
        switch (ingest.receive(body, id, carrier)) {
            case Ingested.Kept(var receipt, boolean fresh) ->
                    answer(response, callback, 200, JSON, receipt.toBytes());
            case Ingested.Refused(IngestCode code, String detail) ->
                    refuse(response, callback, code, detail);
        }
    }

    private void giveRegister(Response response, Callback callback, String terminal, int held) {
        switch (registers.after(terminal, held)) {
            case RegisterShelf.Next(byte[] file) ->
                    answer(response, callback, 200, "application/octet-stream", file);
            case RegisterShelf.NothingNewer() -> {
                response.setStatus(204);
                callback.succeeded();
            }
            case RegisterShelf.NotForIt() ->
                    refuse(
                            response,
                            callback,
                            IngestCode.UNKNOWN_TERMINAL,
                            "no register for " + terminal);
        }
    }

    /** The terminal named by the certificate that TLS has checked against the authority. */
    private static Optional<String> terminalOf(Request request) {
        if (!(request.getAttribute(EndPoint.SslSessionData.ATTRIBUTE)
                instanceof EndPoint.SslSessionData session)) {
            return Optional.empty();
        }
        X509Certificate[] chain = session.peerCertificates();
        if (chain == null || chain.length == 0) {
            return Optional.empty();
        }
        try {
            return new LdapName(chain[0].getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(rdn -> "CN".equalsIgnoreCase(rdn.getType()))
                            .map(Rdn::getValue)
                            .map(String::valueOf)
                            .findFirst();
        } catch (InvalidNameException e) {
            return Optional.empty();
        }
    }

    private static void refuse(
            Response response, Callback callback, IngestCode code, String detail) {
        byte[] body = CanonicalJson.write(new Refusal(code.code(), detail));
        answer(response, callback, code.httpStatus(), JSON, body);
    }

    static void answer(Response response, Callback callback, int status, String type, byte[] body) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
