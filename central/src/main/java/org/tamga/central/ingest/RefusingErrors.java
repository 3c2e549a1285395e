package org.tamga.central.ingest;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.tamga.election.exchange.Refusal;
import org.tamga.election.wire.CanonicalJson;

/**
 * Answers what the server itself refuses (a bad request line, too long headers) or what failed
 * inside in our own form, without any detail of the program.
 */
final class RefusingErrors extends ErrorHandler {
    private static final Logger LOG = Logger.getLogger(RefusingErrors.class.getName());

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        if (status >= 500 && request.getAttribute(ERROR_EXCEPTION) instanceof Throwable failure) {
            LOG.log(Level.SEVERE, "A request failed", failure);
        }
        var refusal =
                status >= 500
                        ? new Refusal("CN-99", "the centre failed; try again")
                        : new Refusal(IngestCode.MALFORMED.code(), "HTTP " + status);
        StationPort.answer(
                response, callback, status, "application/json", CanonicalJson.write(refusal));
        return true;
    }
}
